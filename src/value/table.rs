//! A table that is filled once, in place, while others hold it.

use std::cell::UnsafeCell;
use std::ops::Deref;

/// Values of linked code: empty until the code is thawed, then the same for ever. Reading costs what a `Box` costs.
pub(crate) struct Table<T>(UnsafeCell<Box<[T]>>);

impl<T> Table<T> {
    /// Fills the table.
    ///
    /// Panics if it has been filled.
    pub(crate) fn fill(&self, items: Box<[T]>) {
        assert!(self.is_empty(), "a table is filled once");
        // SAFETY: no other thread sees this (UnsafeCell is not Sync), and no reference into the box is alive that
        // covers anything: those that `deref` gave are to an empty slice.
        unsafe { self.0.get().write(items) };
    }
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table(UnsafeCell::new(Box::default()))
    }
}

impl<T> From<Box<[T]>> for Table<T> {
    fn from(items: Box<[T]>) -> Table<T> {
        Table(UnsafeCell::new(items))
    }
}

impl<T> Deref for Table<T> {
    type Target = [T];

    #[inline(always)]
    fn deref(&self) -> &[T] {
        // SAFETY: the box is replaced only while it is empty (`fill`), so what is behind this reference stays.
        unsafe { &*self.0.get() }
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_table_is_filled_under_those_who_look() {
        let table: Table<String> = Table::default();
        let before: &[String] = &table;
        table.fill(Box::new(["x".to_string()]));
        assert!(before.is_empty());
        assert_eq!(table.iter().map(String::as_str).collect::<String>(), "x");
    }
}
