//! Temporary.
use grounds_export::bundle::*;
fn main() {
    let root = std::env::args().nth(1).unwrap();
    let out = std::env::args().nth(2).unwrap();
    let loaded = grounds_load::load(std::path::Path::new(&root)).unwrap();
    for d in &loaded.diagnostics {
        eprintln!("{} {}", d.rule, d.message);
    }
    let run = RunSummary {
        as_of: "2026-11-22".into(),
        errors_allowed: false,
        errors: 0,
        warnings: 2,
        suppressed: 0,
        coverage: Coverage {
            part: 40,
            whole: 41,
        },
        articles: loaded
            .set
            .articles
            .keys()
            .map(|k| ArticleCoverage {
                article: k.to_string(),
                coverage: Coverage {
                    part: 20,
                    whole: 20,
                },
            })
            .collect(),
        checks: Outcomes {
            passed: 100,
            failed: 2,
            indeterminate: 3,
            not_run: 1,
        },
        rules: vec![],
        not_checked: vec![NotChecked {
            what: "1 rule".into(),
            why: "turned off".into(),
        }],
    };
    let t = std::time::Instant::now();
    let bundle = grounds_export::build(&loaded.set, &run, &|p| {
        std::fs::read_to_string(std::path::Path::new(&root).join(p))
    })
    .unwrap_or_else(|e| {
        let mut s: Option<&dyn std::error::Error> = Some(&e);
        while let Some(x) = s {
            eprintln!("{x}");
            s = x.source();
        }
        std::process::exit(3)
    });
    eprintln!("build {:?}", t.elapsed());
    let t = std::time::Instant::now();
    let files = grounds_export::site::render(&bundle).unwrap_or_else(|e| {
        eprintln!("{e:?}");
        std::process::exit(3)
    });
    eprintln!("site {:?} {} files", t.elapsed(), files.len());
    let out = std::path::Path::new(&out);
    for (path, bytes) in files {
        let p = out.join(path);
        std::fs::create_dir_all(p.parent().unwrap()).unwrap();
        std::fs::write(p, bytes).unwrap();
    }
    std::fs::write(out.join("bundle.json"), bundle.to_json()).unwrap();
    std::fs::write(
        out.join("bundle.schema.json"),
        serde_json::to_string_pretty(&schema()).unwrap(),
    )
    .unwrap();
}
