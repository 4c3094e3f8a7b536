//! The files of a site, each made when somebody asks for it, and kept as long as it is what it would be.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;

/// A site that makes its files one by one.
pub trait Files: Send + Sync + 'static {
    /// Makes the file at a path with `/` and without one at the start: `articles/a.html`. Nothing, if there is none;
    /// an error says why it cannot be made.
    fn make(&self, path: &str) -> Option<Result<Vec<u8>, String>>;

    /// A number that is another for every site whose file at the path may be another; nothing, if there is no file.
    fn made_of(&self, path: &str) -> Option<u64>;

    /// The paths of the files that pages load of themselves: styles, scripts, fonts and pictures.
    fn loaded(&self) -> Vec<String>;
}

/// A site without files.
pub(crate) struct NoFiles;

impl Files for NoFiles {
    fn make(&self, _: &str) -> Option<Result<Vec<u8>, String>> {
        None
    }

    fn made_of(&self, _: &str) -> Option<u64> {
        None
    }

    fn loaded(&self) -> Vec<String> {
        Vec::new()
    }
}

/// A file that was made.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) bytes: Bytes,
    /// Tells these bytes from others.
    pub(crate) digest: u64,
    /// Why it is not what it should be, if it could not be made.
    pub(crate) fault: Option<Arc<str>>,
    made_of: u64,
}

impl File {
    fn of(bytes: Bytes, made_of: u64, fault: Option<Arc<str>>) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(&bytes);
        Self {
            digest: hasher.finish(),
            bytes,
            fault,
            made_of,
        }
    }

    /// What tells it from what it was before.
    pub(crate) fn version(&self) -> String {
        format!("{:x}", self.digest)
    }
}

/// The files of a site that were made, by their paths.
#[derive(Debug, Default)]
pub(crate) struct Made {
    files: Mutex<BTreeMap<String, File>>,
    /// Those of the site before, for what cannot be made of this one.
    former: BTreeMap<String, File>,
}

impl Made {
    /// The files of the site before that are made of the same in this one.
    pub(crate) fn after(former: &Self, files: &dyn Files) -> Self {
        let former = former.all();
        let same = former.iter().filter(|(path, file)| {
            file.fault.is_none() && files.made_of(path) == Some(file.made_of)
        });
        let same = same.map(|(path, file)| (path.clone(), file.clone()));
        Self {
            files: Mutex::new(same.collect()),
            former,
        }
    }

    fn all(&self) -> BTreeMap<String, File> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.clone()
    }

    /// The file at a path, made now if that was not done yet. Where it cannot be made, it stays what it last was.
    pub(crate) fn file(&self, path: &str, files: &dyn Files) -> Option<File> {
        let lock = || self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = lock().get(path) {
            return Some(file.clone());
        }
        let made_of = files.made_of(path)?;
        // Nobody waits for this file who does not ask for it; two who ask at once get the same.
        let file = match files.make(path)? {
            Ok(bytes) => File::of(bytes.into(), made_of, None),
            Err(why) => {
                let last = self.former.get(path).map(|file| file.bytes.clone());
                let bytes = last.unwrap_or_else(|| Bytes::from_static(FAULTY.as_bytes()));
                File::of(bytes, made_of, Some(why.into()))
            }
        };
        Some(lock().entry(path.to_owned()).or_insert(file).clone())
    }
}

/// What is shown in place of a page that could never be made; the corner says why.
const FAULTY: &str = "<!DOCTYPE html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>This page cannot be made</title>
</head>
<body>
<main>
<h1>This page cannot be made</h1>
<p>The list in the corner says why. Once that is mended, the page will appear here.</p>
</main>
</body>
</html>
";

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// A site of three pages, of which one is made of the number, and one cannot be made where that is odd.
    #[derive(Default)]
    struct Site {
        number: u64,
        made: AtomicUsize,
    }

    impl Files for Site {
        fn make(&self, path: &str) -> Option<Result<Vec<u8>, String>> {
            self.made.fetch_add(1, Ordering::Relaxed);
            match path {
                "same.html" => Some(Ok(b"same".to_vec())),
                "number.html" => Some(Ok(self.number.to_string().into_bytes())),
                "fragile.html" if self.number % 2 == 1 => Some(Err("it is odd".to_owned())),
                "fragile.html" => Some(Ok(b"even".to_vec())),
                _ => None,
            }
        }

        fn made_of(&self, path: &str) -> Option<u64> {
            match path {
                "same.html" => Some(0),
                "number.html" | "fragile.html" => Some(self.number),
                _ => None,
            }
        }

        fn loaded(&self) -> Vec<String> {
            Vec::new()
        }
    }

    #[test]
    fn a_file_is_made_once_and_kept_while_it_is_made_of_the_same() {
        let (one, two) = (
            Site::default(),
            Site {
                number: 2,
                ..Site::default()
            },
        );
        let before = Made::default();
        for path in ["same.html", "number.html", "number.html", "none.html"] {
            let _ = before.file(path, &one);
        }
        assert_eq!(one.made.into_inner(), 2);
        let after = Made::after(&before, &two);
        let bytes = |path: &str| after.file(path, &two).map(|file| file.bytes);
        assert_eq!(bytes("same.html").as_deref(), Some(&b"same"[..]));
        assert_eq!(bytes("number.html").as_deref(), Some(&b"2"[..]));
        assert_eq!(bytes("none.html"), None);
        assert_eq!(two.made.into_inner(), 1);
    }

    #[test]
    fn what_cannot_be_made_stays_what_it_last_was_and_says_why() {
        let site = |number| Site {
            number,
            ..Site::default()
        };
        let before = Made::default();
        let even = before.file("fragile.html", &site(0)).unwrap();
        let after = Made::after(&before, &site(1));
        let odd = after.file("fragile.html", &site(1)).unwrap();
        assert_eq!((odd.bytes, odd.digest), (even.bytes, even.digest));
        assert_eq!(odd.fault.as_deref(), Some("it is odd"));
        let later = Made::after(&after, &site(3));
        let odd = later.file("fragile.html", &site(3)).unwrap();
        assert_eq!(odd.bytes, b"even"[..]);
        let first = Made::default().file("fragile.html", &site(1)).unwrap();
        assert!(first.bytes.starts_with(b"<!DOCTYPE html>"));
    }
}
