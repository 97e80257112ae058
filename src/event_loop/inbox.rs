//! Messages from other threads to the loop.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::event_loop::WakeHandle;

/// The loop's end: takes messages in the order they were sent.
///
/// Dropping it closes the inbox; messages that were not taken are dropped with it.
#[derive(Debug)]
pub(crate) struct Inbox<M> {
    shared: Arc<Shared<M>>,
    waker: WakeHandle,
}

/// The other threads' end. Each message wakes the loop.
#[derive(Debug)]
pub(crate) struct InboxSender<M> {
    shared: Arc<Shared<M>>,
    waker: WakeHandle,
}

#[derive(Debug)]
struct Shared<M> {
    /// True if there may be messages; spares an idle turn the lock.
    has_messages: AtomicBool,
    state: Mutex<State<M>>,
}

#[derive(Debug)]
struct State<M> {
    messages: VecDeque<M>,
    is_closed: bool,
}

impl<M> Inbox<M> {
    /// An empty inbox whose messages wake the loop of `waker`.
    pub(crate) fn new(waker: &WakeHandle) -> Self {
        Self {
            shared: Arc::new(Shared {
                has_messages: AtomicBool::new(false),
                state: Mutex::new(State {
                    messages: VecDeque::new(),
                    is_closed: false,
                }),
            }),
            waker: waker.clone(),
        }
    }

    /// An end for another thread; there may be many.
    pub(crate) fn sender(&self) -> InboxSender<M> {
        InboxSender {
            shared: Arc::clone(&self.shared),
            waker: self.waker.clone(),
        }
    }

    /// True if no message waits. One atomic load, for every turn.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        !self.shared.has_messages.load(Ordering::Acquire)
    }

    /// Takes all messages, in the order they were sent.
    pub(crate) fn take(&self) -> VecDeque<M> {
        if self.is_empty() {
            return VecDeque::new();
        }
        let mut state = self.shared.lock();
        self.shared.has_messages.store(false, Ordering::Release);
        std::mem::take(&mut state.messages)
    }
}

impl<M> Drop for Inbox<M> {
    fn drop(&mut self) {
        let messages = {
            let mut state = self.shared.lock();
            state.is_closed = true;
            std::mem::take(&mut state.messages)
        };
        // Outside the lock, because a message's drop may send.
        drop(messages);
    }
}

impl<M> InboxSender<M> {
    /// Sends `message` and wakes the loop; gives it back if the inbox is closed.
    pub(crate) fn send(&self, message: M) -> Result<(), M> {
        {
            let mut state = self.shared.lock();
            if state.is_closed {
                return Err(message);
            }
            state.messages.push_back(message);
            self.shared.has_messages.store(true, Ordering::Release);
        }
        self.waker.wake();
        Ok(())
    }
}

impl<M> Clone for InboxSender<M> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            waker: self.waker.clone(),
        }
    }
}

impl<M> Shared<M> {
    /// A thread that panicked while sending left the queue whole, so poison means nothing here.
    fn lock(&self) -> MutexGuard<'_, State<M>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn messages_come_in_order_and_wake() {
        let waker = WakeHandle::new();
        let inbox = Inbox::new(&waker);
        assert!(inbox.is_empty());
        let sender = inbox.sender();
        let thread = thread::spawn(move || {
            for number in 0..10 {
                sender.send(number).expect("the inbox is open");
            }
        });
        thread.join().expect("the sender does not panic");
        assert!(waker.take());
        assert!(!inbox.is_empty());
        assert_eq!(inbox.take(), (0..10).collect::<Vec<_>>());
        assert!(inbox.is_empty());
        assert!(inbox.take().is_empty());
    }

    #[test]
    fn a_closed_inbox_gives_messages_back() {
        let inbox = Inbox::new(&WakeHandle::new());
        let sender = inbox.sender();
        assert_eq!(sender.send("taken by nobody"), Ok(()));
        drop(inbox);
        assert_eq!(sender.clone().send("late"), Err("late"));
    }
}
