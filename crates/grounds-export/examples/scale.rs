//! Temporary.
use grounds_export::bundle::*;
fn main() {
    let json = std::fs::read_to_string("/tmp/site/bundle.json").unwrap();
    let mut b = Bundle::from_json(&json).unwrap();
    let n: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let (arts, claims, studies) = (b.articles.clone(), b.claims.clone(), b.studies.clone());
    b.articles.clear();
    b.claims.clear();
    b.studies.clear();
    for i in 0..n {
        for a in &arts {
            let mut a = a.clone();
            a.slug = format!("{}-{i}", a.slug);
            let mut v = serde_json::to_value(&a).unwrap();
            v["title"] = format!("t{i}").into();
            b.articles.push(serde_json::from_value(v).unwrap());
        }
        for c in &claims {
            let mut c = c.clone();
            c.id = format!("{}-{i}", c.id);
            c.used_in.clear();
            b.claims.push(c);
        }
        for s in &studies {
            let mut s = s.clone();
            s.key = format!("{}-{i}", s.key);
            s.used_in = StudyUses::default();
            b.studies.push(s);
        }
    }
    b.claims.extend(claims);
    b.studies.extend(studies);
    let t = std::time::Instant::now();
    let f = grounds_export::site::render(&b).unwrap();
    println!(
        "{} articles {} files {} MB: {:?}",
        b.articles.len(),
        f.len(),
        f.iter().map(|x| x.1.len()).sum::<usize>() >> 20,
        t.elapsed()
    );
}
