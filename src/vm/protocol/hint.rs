//! How many items an iterable says that it has, before it is asked for them.

use crate::value::{Special, Tag, Value, class_flags};
use crate::vm::{R, Vm};

/// So many items are out of memory's reach wherever it ends.
const TOO_MANY: i64 = 1 << 40;

impl Vm {
    /// What `__len__` or `__length_hint__` says, or `default`.
    ///
    /// # Errors
    /// What they raise but TypeError; TypeError and ValueError for a hint that is no count.
    pub(crate) fn length_hint(&mut self, object: &Value, default: i64) -> R<i64> {
        if self.find_special(object, Special::Len).is_some() {
            match self.len(object) {
                Ok(len) => return Ok(len as i64),
                // A length that is none is passed over.
                Err(_) if self.raised_is(&self.types.type_error.clone()) => {
                    drop(self.take_raised());
                }
                Err(raised) => return Err(raised),
            }
        }
        let Some(hint) = self.find_special(object, Special::LengthHint) else {
            return Ok(default);
        };
        match self.call_bound(&hint, object, &[], &[]) {
            Ok(hint) if hint.is(Tag::NotImplemented) => Ok(default),
            Ok(hint) => match self.plain(&hint).as_int() {
                None if self.plain(&hint).is_integer() => {
                    Err(self.overflow_error("Python int too large to convert to C ssize_t"))
                }
                Some(n) if n < 0 => Err(self.value_error("__length_hint__() should return >= 0")),
                Some(n) => Ok(n),
                None => {
                    let message = format!(
                        "__length_hint__ must be an integer, not {}",
                        self.type_name(&hint)
                    );
                    Err(self.type_error(message))
                }
            },
            Err(raised) => {
                if self.raised_is(&self.types.type_error.clone()) {
                    drop(self.take_raised());
                    return Ok(default);
                }
                Err(raised)
            }
        }
    }

    /// Asks an object of a script's class for its length, as whoever makes room for its items does: only what it raises,
    /// or prints, is of interest.
    #[inline]
    pub(crate) fn ask_length(&mut self, iterable: &Value) -> R<()> {
        if matches!(iterable.tag(), Tag::Instance | Tag::Opaque) {
            return self.ask_length_of_object(iterable);
        }
        Ok(())
    }

    /// The same where the room is made for what built-in iterables say, too.
    pub(crate) fn ask_room(&mut self, iterable: &Value) -> R<()> {
        let built_in = matches!(iterable.tag(), Tag::Range | Tag::Iterator);
        if built_in && self.length_hint(iterable, 0)? >= TOO_MANY {
            return Err(self.memory_error());
        }
        self.ask_length(iterable)
    }

    #[inline(never)]
    fn ask_length_of_object(&mut self, iterable: &Value) -> R<()> {
        if self.class_of(iterable).has(class_flags::BUILTIN) {
            return Ok(());
        }
        if self.length_hint(iterable, 0)? >= TOO_MANY {
            return Err(self.memory_error());
        }
        Ok(())
    }
}
