//! Objects with a run of items inline: strings, tuples, instances, suspended frames.

use std::marker::PhantomData;

use super::header::{Header, flags};
use super::pages::Heap;
use super::refcount::{HeapType, Ref};

/// A head and `len` items after it, in one object.
#[repr(C)]
pub(crate) struct Tail<H, T> {
    len: u32,
    head: H,
    items: PhantomData<T>,
}

impl<H, T> Tail<H, T> {
    const OFFSET: usize = {
        let end = size_of::<Header>() + size_of::<Tail<H, T>>();
        end.next_multiple_of(align_of::<T>())
    };

    /// The head.
    #[inline(always)]
    pub(crate) fn head(&self) -> &H {
        &self.head
    }

    /// How many items.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.len as usize
    }

    /// The first item of the object at `object`.
    #[inline(always)]
    fn items_of(object: *mut Header) -> *mut T {
        object.cast::<u8>().wrapping_add(Self::OFFSET).cast()
    }

    /// The first item. It may be written through if the head has interior mutability (as those of instances and
    /// coroutines have, whose items are slots).
    #[inline(always)]
    pub(crate) fn items_ptr(&self) -> *mut T {
        let object = std::ptr::from_ref(self).cast_mut().cast::<u8>();
        // The items follow the head; the allocation covers them (`alloc_tail`).
        object
            .wrapping_sub(size_of::<Header>())
            .wrapping_add(Self::OFFSET)
            .cast()
    }

    /// The items.
    #[inline(always)]
    pub(crate) fn items(&self) -> &[T] {
        // SAFETY: `alloc_tail` initialised `len` items there, and they live as long as the object.
        unsafe { std::slice::from_raw_parts(self.items_ptr(), self.len as usize) }
    }

    /// Drops the items and the head.
    ///
    /// # Safety
    /// Called once, by the kind's `drop`, when the object dies.
    pub(crate) unsafe fn drop_in_place(this: *mut Tail<H, T>) {
        // SAFETY: the object is dying, nobody else looks at it.
        let len = unsafe { (*this).len as usize };
        let items = Self::items_of(this.cast::<Header>().wrapping_sub(1));
        if std::mem::needs_drop::<T>() {
            // SAFETY: as above; each item is dropped once.
            unsafe { std::ptr::drop_in_place(std::ptr::slice_from_raw_parts_mut(items, len)) };
        }
        // SAFETY: as above.
        unsafe { std::ptr::drop_in_place(&raw mut (*this).head) };
    }
}

impl<H, T> Ref<Tail<H, T>>
where
    Tail<H, T>: HeapType,
{
    /// Drops a reference to an object that mostly ends here: without asking its kind, if this was the last one.
    ///
    /// # Safety
    /// None of the items needs to be dropped, and a dying object has nothing to say (it wants no finaliser).
    #[inline]
    pub(crate) unsafe fn drop_emptied(self) {
        let header = self.header();
        if header.count.get() != 1 || header.has(flags::WEAKREFD | flags::LATE | flags::LARGE) {
            return;
        }
        let object = self.into_raw();
        let body = object.wrapping_add(1).cast::<Tail<H, T>>();
        // SAFETY: the last reference is given up here; the items need no drop, by the contract.
        unsafe { std::ptr::drop_in_place(&raw mut (*body).head) };
        const { assert!(<Tail<H, T> as HeapType>::TRACKED) };
        // SAFETY: dropped, small, of a tracked kind, and nobody points to it.
        unsafe { (*Heap::of(object)).free_tracked(object) };
    }
}

/// An object that has grown, or the object as it was.
pub(crate) type Grown<H> = Result<Ref<Tail<H, u8>>, Ref<Tail<H, u8>>>;

impl Heap {
    /// A new object with `len` items, each given by `item`.
    ///
    /// If `item` unwinds the object is leaked, not freed.
    #[inline]
    pub(crate) fn alloc_tail<H: 'static, T: 'static>(
        &self,
        head: H,
        len: usize,
        mut item: impl FnMut(usize) -> T,
    ) -> Ref<Tail<H, T>>
    where
        Tail<H, T>: HeapType,
    {
        let count = u32::try_from(len).expect("callers check sizes against the limit first");
        let size = Tail::<H, T>::OFFSET + len * size_of::<T>();
        let object = self.alloc_raw(size, Tail::<H, T>::KIND, Tail::<H, T>::TRACKED);
        let body = object.wrapping_add(1).cast::<Tail<H, T>>();
        // SAFETY: `alloc_raw` gave `size` bytes of its own, aligned to 16 less nothing we need more than 8.
        unsafe {
            body.write(Tail {
                len: count,
                head,
                items: PhantomData,
            })
        };
        let items = Tail::<H, T>::items_of(object);
        for at in 0..len {
            // SAFETY: within the `size` bytes.
            unsafe { items.add(at).write(item(at)) };
        }
        // SAFETY: the object is complete and its count is one.
        unsafe { Ref::from_raw(object) }
    }

    /// A new object whose items are a copy of `bytes`.
    #[inline]
    pub(crate) fn alloc_bytes<H: 'static>(&self, head: H, bytes: &[u8]) -> Ref<Tail<H, u8>>
    where
        Tail<H, u8>: HeapType,
    {
        self.alloc_joined(head, bytes, &[])
    }

    /// Appends `more` to the bytes of an object that lives outside the pages and has one reference. Any other comes
    /// back as it was.
    pub(crate) fn grow_bytes<H: 'static>(&self, object: Ref<Tail<H, u8>>, more: &[u8]) -> Grown<H>
    where
        Tail<H, u8>: HeapType,
    {
        let header = object.header();
        if header.count.get() != 1 || header.flags.get() != super::header::flags::LARGE {
            return Err(object);
        }
        let len = object.len();
        let Ok(count) = u32::try_from(len + more.len()) else {
            return Err(object);
        };
        let size = Tail::<H, u8>::OFFSET + len + more.len();
        // SAFETY: a large object with one reference, which is ours.
        let grown = unsafe { self.resize_large(object.into_raw(), size) };
        let body = grown.wrapping_add(1).cast::<Tail<H, u8>>();
        let items = Tail::<H, u8>::items_of(grown);
        // SAFETY: the memory covers `size` bytes; `more` is not part of an object with one reference that was given away.
        unsafe {
            items
                .add(len)
                .copy_from_nonoverlapping(more.as_ptr(), more.len())
        };
        // SAFETY: moved with its head; nobody else points to it.
        unsafe { (*body).len = count };
        // SAFETY: alive, with the count that was given.
        Ok(unsafe { Ref::from_raw(grown) })
    }

    /// A new object whose items are copies of `left` and then `right`.
    #[inline]
    pub(crate) fn alloc_joined<H: 'static>(
        &self,
        head: H,
        left: &[u8],
        right: &[u8],
    ) -> Ref<Tail<H, u8>>
    where
        Tail<H, u8>: HeapType,
    {
        let len = left.len() + right.len();
        let count = u32::try_from(len).expect("callers check sizes against the limit first");
        let size = Tail::<H, u8>::OFFSET + len;
        let object = self.alloc_raw(size, Tail::<H, u8>::KIND, Tail::<H, u8>::TRACKED);
        let body = object.wrapping_add(1).cast::<Tail<H, u8>>();
        // SAFETY: as in `alloc_tail`.
        unsafe {
            body.write(Tail {
                len: count,
                head,
                items: PhantomData,
            })
        };
        let items = Tail::<H, u8>::items_of(object);
        // SAFETY: both fit by `size`, and cannot overlap a new object.
        unsafe { items.copy_from_nonoverlapping(left.as_ptr(), left.len()) };
        // SAFETY: as above.
        unsafe {
            items
                .add(left.len())
                .copy_from_nonoverlapping(right.as_ptr(), right.len())
        };
        // SAFETY: the object is complete and its count is one.
        unsafe { Ref::from_raw(object) }
    }
}
