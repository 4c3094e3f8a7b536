//! What a record holds by names of its author's own: arms, findings, the values in each arm.

use std::borrow::{Borrow, Cow};
use std::marker::PhantomData;
use std::{fmt, iter, slice};

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::Key;

/// Things by name, in the order in which the record has them.
///
/// A set has very many of these; most are empty and hardly any is long. So one that is empty is no more
/// than a pointer, and a short one is searched from its first name on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<T>(Option<Box<Entries<T>>>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entries<T> {
    in_order: Box<[(Key, T)]>,
    /// The positions of the entries in order of their names; none if they are few.
    by_name: Box<[u32]>,
}

/// Up to so many names are compared one by one.
const FEW: usize = 16;

impl<T> Named<T> {
    /// These things; the name that two of them have if there is one.
    fn of(entries: Vec<(Key, T)>) -> Result<Self, Key> {
        if entries.is_empty() {
            return Ok(Self::default());
        }
        let mut by_name: Vec<u32> = (0..).take(entries.len()).collect();
        by_name.sort_unstable_by_key(|&at| &entries[at as usize].0);
        let name = |at: u32| &entries[at as usize].0;
        if let Some(pair) = by_name.windows(2).find(|it| name(it[0]) == name(it[1])) {
            return Err(name(pair[0]).clone());
        }
        if entries.len() <= FEW {
            by_name.clear();
        }
        Ok(Self(Some(Box::new(Entries {
            in_order: entries.into_boxed_slice(),
            by_name: by_name.into_boxed_slice(),
        }))))
    }

    fn entries(&self) -> &[(Key, T)] {
        self.0.as_ref().map_or(&[], |entries| &entries.in_order)
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// All, with their names.
    pub fn iter(&self) -> <&Self as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// All names.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Key> + ExactSizeIterator + Clone {
        self.entries().iter().map(|(name, _)| name)
    }

    /// All, without their names.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + Clone {
        self.entries().iter().map(|(_, it)| it)
    }

    /// Those of these that are wanted.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(&T) -> bool) -> Self
    where
        T: Clone,
    {
        let kept = self.entries().iter().filter(|(_, it)| wanted(it));
        Self::of(kept.cloned().collect()).unwrap_or_default()
    }

    /// What has this name.
    pub fn get<Q: Ord + ?Sized>(&self, name: &Q) -> Option<&T>
    where
        Key: Borrow<Q>,
    {
        self.get_key_value(name).map(|(_, it)| it)
    }

    /// What has this name, with the name.
    pub fn get_key_value<Q: Ord + ?Sized>(&self, name: &Q) -> Option<(&Key, &T)>
    where
        Key: Borrow<Q>,
    {
        let Entries { in_order, by_name } = self.0.as_deref()?;
        let (found, it) = if by_name.is_empty() {
            in_order.iter().find(|(key, _)| key.borrow() == name)?
        } else {
            let key = |at: &u32| in_order[*at as usize].0.borrow();
            let at = by_name.binary_search_by(|at| key(at).cmp(name)).ok()?;
            &in_order[by_name[at] as usize]
        };
        Some((found, it))
    }

    /// Whether something has this name.
    pub fn contains_key<Q: Ord + ?Sized>(&self, name: &Q) -> bool
    where
        Key: Borrow<Q>,
    {
        self.get(name).is_some()
    }
}

impl<'a, T> IntoIterator for &'a Named<T> {
    type Item = (&'a Key, &'a T);
    type IntoIter = iter::Map<slice::Iter<'a, (Key, T)>, fn(&'a (Key, T)) -> Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries().iter().map(|(name, it)| (name, it))
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reader(PhantomData))
    }
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Reader<T> {
    type Value = Named<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Named<T>, A::Error> {
        // A hint may be anything, and is worth little more than this.
        let mut entries = Vec::with_capacity(map.size_hint().unwrap_or_default().min(FEW));
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Named::of(entries).map_err(|twice| {
            let message = format_args!("`{twice}` is there twice");
            de::Error::custom(message)
        })
    }
}

/// The schema is that of a map.
impl<T: JsonSchema> JsonSchema for Named<T> {
    fn inline_schema() -> bool {
        IndexMap::<Key, T>::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        IndexMap::<Key, T>::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        IndexMap::<Key, T>::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        IndexMap::<Key, T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(names: &[String]) -> Result<Named<usize>, serde_json::Error> {
        let pairs: Vec<String> = names
            .iter()
            .enumerate()
            .map(|(i, name)| format!("\"{name}\": {i}"))
            .collect();
        serde_json::from_str(&format!("{{{}}}", pairs.join(", ")))
    }

    #[test]
    fn few_and_many_are_found_and_keep_their_order() {
        for many in [0, 1, FEW, FEW + 1, 1000] {
            let names: Vec<String> = (0..many).rev().map(|i| format!("n-{i}")).collect();
            let read = read(&names).unwrap();
            assert_eq!(read.len(), many);
            assert_eq!(read.is_empty(), many == 0);
            for (i, name) in names.iter().enumerate() {
                assert_eq!(read.get(name.as_str()), Some(&i));
                assert_eq!(read.get(&Key::new(name).unwrap()), Some(&i));
            }
            assert_eq!(read.get("n"), None);
            assert!(read.keys().map(Key::as_str).eq(&names));
            assert!(read.values().copied().eq(0..many));
        }
    }

    #[test]
    fn a_name_is_there_once() {
        for many in [2, FEW + 2] {
            let mut names: Vec<String> = (1..many).map(|i| format!("n-{i}")).collect();
            names.push("n-1".to_owned());
            let refused = read(&names).unwrap_err().to_string();
            assert!(refused.contains("`n-1` is there twice"), "{refused}");
        }
    }
}
