//! Allocation: pages of equal cells for small objects, the system for large ones.

use std::alloc::{Layout, alloc, alloc_zeroed, dealloc, handle_alloc_error};
use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::ptr::NonNull;

use super::header::{Header, KindInfo, flags};
use super::refcount::{HeapType, Obj, Ref};
use super::spares::Spares;
use super::weak::WeakTable;

const PAGE: usize = 64 * 1024;
const GRANULE: usize = 16;
/// Objects up to this many bytes live in pages.
const SMALL: usize = 512;
const CLASSES: usize = SMALL / GRANULE + 1;
/// Deaths nested deeper than this wait in a list, so that dropping a long chain does not recurse.
const DEPTH: u32 = 50;
const PAGE_HEAD: usize = 32;
/// Pages are asked of the system so many at a time; it gives the memory when it is touched. (Miri keeps a tree of borrows
/// for each block, and is slow where that is large.)
const CHUNK: usize = if cfg!(miri) { 1 } else { 16 };
/// So many bytes of a page become free cells at a time: what a small session never uses is never touched.
const CARVE: usize = 4 * 1024;
const LARGE_HEAD: usize = 32;

/// The start of a page.
#[repr(C)]
struct Page {
    owner: *const Heap,
    cell_size: u32,
    /// How many there is room for.
    cells: u32,
    /// How many have a header: those after them were never used.
    carved: u32,
}

/// What precedes a large object.
#[repr(C)]
struct LargeHead {
    owner: *const Heap,
    size: usize,
    index: usize,
    pad: usize,
}

/// A free cell: kind 0, then the next free cell.
#[repr(C)]
struct FreeCell {
    header: Header,
    next: *mut FreeCell,
}

/// All objects of one session. Never moves: it lives behind a `HeapBox`.
pub(crate) struct Heap {
    free: [Cell<*mut FreeCell>; CLASSES],
    /// The newest page of each size: older ones are carved to their end. Null before the first.
    newest: [Cell<*mut Page>; CLASSES],
    pages: RefCell<Vec<*mut Page>>,
    chunks: RefCell<Vec<*mut u8>>,
    /// Pages of the newest chunk that were not given to a size yet.
    unused: Cell<usize>,
    large: RefCell<Vec<*mut Header>>,
    pub(super) kinds: &'static [KindInfo],
    depth: Cell<u32>,
    deferred: RefCell<Vec<*mut Header>>,
    /// Objects revived for their finaliser, each with a count of its own.
    finalisers: RefCell<Vec<*mut Header>>,
    pub(super) weak: RefCell<WeakTable>,
    pub(super) spares: Spares,
    /// The object that stands for all its equals (the empty tuple), with a count of the heap's own. Null before the first.
    shared: Cell<*mut Header>,
    /// Something waits for the machine: finalisers, weak-reference callbacks, a collection, the limit.
    pending: Cell<bool>,
    bytes: Cell<usize>,
    limit: Cell<usize>,
    over_limit: Cell<bool>,
    live: Cell<usize>,
    next_collection: Cell<usize>,
    pub(super) collect_wanted: Cell<bool>,
    pub(super) collecting: Cell<bool>,
    pub(super) threshold: Cell<usize>,
    next_id: Cell<u32>,
    /// Bumped when a method of a class changes; caches of methods compare it.
    pub(crate) class_epoch: Cell<u32>,
}

fn chunk_layout() -> Layout {
    Layout::from_size_align(CHUNK * PAGE, PAGE).expect("the alignment is a power of two")
}

impl Heap {
    /// An empty heap for objects of these kinds.
    #[expect(
        clippy::new_ret_no_self,
        reason = "a heap without its box cannot be: pages point back at it"
    )]
    pub(crate) fn new(kinds: &'static [KindInfo]) -> HeapBox {
        HeapBox::new(Heap {
            free: [const { Cell::new(std::ptr::null_mut()) }; CLASSES],
            newest: [const { Cell::new(std::ptr::null_mut()) }; CLASSES],
            pages: RefCell::default(),
            chunks: RefCell::default(),
            unused: Cell::new(0),
            large: RefCell::default(),
            kinds,
            depth: Cell::new(0),
            deferred: RefCell::default(),
            finalisers: RefCell::default(),
            weak: RefCell::default(),
            spares: Spares::new(),
            shared: Cell::new(std::ptr::null_mut()),
            pending: Cell::new(false),
            bytes: Cell::new(0),
            limit: Cell::new(usize::MAX),
            over_limit: Cell::new(false),
            live: Cell::new(0),
            next_collection: Cell::new(10_000),
            collect_wanted: Cell::new(false),
            collecting: Cell::new(false),
            threshold: Cell::new(10_000),
            next_id: Cell::new(1),
            class_epoch: Cell::new(1),
        })
    }

    /// The one object of its kind that is shared: `make` gives the first. There is one such kind.
    #[inline]
    pub(crate) fn shared<T: HeapType>(&self, make: impl FnOnce() -> Ref<T>) -> Ref<T> {
        if self.shared.get().is_null() {
            self.shared.set(make().into_raw());
        }
        let object = self.shared.get();
        // SAFETY: the heap's own count keeps it alive.
        debug_assert!(unsafe { (*object).kind } == T::KIND);
        // SAFETY: as above.
        unsafe { super::refcount::increment(object) };
        // SAFETY: alive, with the count just added, and of the kind that is shared.
        unsafe { Ref::from_raw(object) }
    }

    /// A new object.
    #[inline(always)]
    pub(crate) fn alloc<T: HeapType>(&self, body: T) -> Ref<T> {
        const { assert!(align_of::<T>() <= 8) };
        let object = self.alloc_raw(size_of::<Obj<T>>(), T::KIND, T::TRACKED);
        // SAFETY: `alloc_raw` gave a cell of at least that size whose header is written; the body follows it.
        unsafe { (&raw mut (*object.cast::<Obj<T>>()).body).write(body) };
        // SAFETY: the object is complete and its count is one.
        unsafe { Ref::from_raw(object) }
    }

    /// Memory for an object of `size` bytes, with its header written and a count of one.
    #[inline(always)]
    pub(super) fn alloc_raw(&self, size: usize, kind: u8, tracked: bool) -> *mut Header {
        if tracked {
            self.count_tracked();
        }
        if size <= SMALL {
            let class = size.div_ceil(GRANULE);
            let mut cell = self.free[class].get();
            if cell.is_null() {
                cell = self.refill(class);
            }
            // SAFETY: free cells are ours alone, and their `next` was written when they were freed or carved.
            self.free[class].set(unsafe { (*cell).next });
            self.bytes.set(self.bytes.get() + class * GRANULE);
            let object = cell.cast::<Header>();
            let header = Header {
                count: Cell::new(1),
                kind,
                flags: Cell::new(0),
                class: class as u16,
            };
            // SAFETY: the cell is ours.
            unsafe { object.write(header) };
            object
        } else {
            self.alloc_large(size, kind)
        }
    }

    /// One tracked object more.
    #[inline(always)]
    pub(super) fn count_tracked(&self) {
        let live = self.live.get() + 1;
        self.live.set(live);
        if live > self.next_collection.get() {
            self.want_collection();
        }
    }

    #[cold]
    #[inline(never)]
    fn want_collection(&self) {
        if !self.collecting.get() {
            self.collect_wanted.set(true);
            self.pending.set(true);
        }
    }

    /// More free cells of a size, when there are none; gives the first.
    #[cold]
    #[inline(never)]
    fn refill(&self, class: usize) -> *mut FreeCell {
        let mut page = self.newest[class].get();
        // SAFETY: pages live as long as the heap.
        if page.is_null() || unsafe { (*page).carved == (*page).cells } {
            page = self.new_page(class);
            self.newest[class].set(page);
        }
        let cell_size = class * GRANULE;
        // SAFETY: as above.
        let (from, cells) = unsafe { ((*page).carved as usize, (*page).cells as usize) };
        // Up to the last cell that ends within the piece, and one at least.
        let piece = (PAGE_HEAD + from * cell_size) / CARVE * CARVE + CARVE;
        let to = ((piece - PAGE_HEAD) / cell_size).clamp(from + 1, cells);
        let mut next = std::ptr::null_mut();
        for at in (from..to).rev() {
            // SAFETY: within the page; cells are at least 16 bytes.
            let cell = unsafe {
                page.cast::<u8>()
                    .add(PAGE_HEAD + at * cell_size)
                    .cast::<FreeCell>()
            };
            let header = Header {
                count: Cell::new(0),
                kind: 0,
                flags: Cell::new(0),
                class: 0,
            };
            // SAFETY: as above.
            unsafe { cell.write(FreeCell { header, next }) };
            next = cell;
        }
        // SAFETY: as above; nobody else writes to the heads of pages.
        unsafe { (*page).carved = to as u32 };
        self.free[class].set(next);
        next
    }

    /// A page without cells, for cells of a size.
    fn new_page(&self, class: usize) -> *mut Page {
        if self.bytes.get() + PAGE > self.limit.get() {
            self.over_limit.set(true);
            self.pending.set(true);
        }
        let mut chunks = self.chunks.borrow_mut();
        if self.unused.get() == 0 {
            let layout = chunk_layout();
            // SAFETY: the layout is not empty.
            let memory = unsafe { alloc(layout) };
            if memory.is_null() {
                handle_alloc_error(layout);
            }
            chunks.push(memory);
            self.unused.set(CHUNK);
        }
        let chunk = *chunks.last().expect("one was made above");
        let page = chunk
            .wrapping_add((CHUNK - self.unused.get()) * PAGE)
            .cast::<Page>();
        self.unused.set(self.unused.get() - 1);
        let cell_size = class * GRANULE;
        // SAFETY: new memory, large enough, aligned to the size of a page.
        unsafe {
            page.write(Page {
                owner: self,
                cell_size: cell_size as u32,
                cells: ((PAGE - PAGE_HEAD) / cell_size) as u32,
                carved: 0,
            })
        };
        self.pages.borrow_mut().push(page);
        page
    }

    #[cold]
    #[inline(never)]
    fn alloc_large(&self, size: usize, kind: u8) -> *mut Header {
        self.account(size as isize);
        let layout = Layout::from_size_align(LARGE_HEAD + size, 16)
            .expect("sizes are checked against the limit first");
        // SAFETY: the layout is not empty.
        let memory = unsafe { alloc(layout) };
        if memory.is_null() {
            handle_alloc_error(layout);
        }
        let mut large = self.large.borrow_mut();
        // SAFETY: new memory, large enough.
        unsafe {
            memory.cast::<LargeHead>().write(LargeHead {
                owner: self,
                size,
                index: large.len(),
                pad: 0,
            })
        };
        // SAFETY: within the memory.
        let object = unsafe { memory.add(LARGE_HEAD).cast::<Header>() };
        let header = Header {
            count: Cell::new(1),
            kind,
            flags: Cell::new(flags::LARGE),
            class: 0,
        };
        // SAFETY: as above.
        unsafe { object.write(header) };
        large.push(object);
        object
    }

    /// Makes room for `size` bytes in a large object, with some to spare; it may move.
    ///
    /// # Safety
    /// The object is large, and the caller has the only reference to it.
    pub(super) unsafe fn resize_large(&self, object: *mut Header, size: usize) -> *mut Header {
        let head = object
            .cast::<u8>()
            .wrapping_sub(LARGE_HEAD)
            .cast::<LargeHead>();
        // SAFETY: large objects stand behind such a head.
        let (old, index) = unsafe { ((*head).size, (*head).index) };
        if size <= old {
            return object;
        }
        let new = size + size / 8;
        self.account(new as isize - old as isize);
        let layout =
            Layout::from_size_align(LARGE_HEAD + old, 16).expect("it was allocated with it");
        // SAFETY: allocated by the system with this layout; the new size is not zero.
        let memory = unsafe { std::alloc::realloc(head.cast(), layout, LARGE_HEAD + new) };
        if memory.is_null() {
            handle_alloc_error(layout);
        }
        // SAFETY: the head moved with the memory.
        unsafe { (*memory.cast::<LargeHead>()).size = new };
        let moved = memory.wrapping_add(LARGE_HEAD).cast::<Header>();
        self.large.borrow_mut()[index] = moved;
        moved
    }

    /// The heap of an object.
    ///
    /// # Safety
    /// The object is alive or dying.
    #[inline(always)]
    pub(super) unsafe fn of(object: *mut Header) -> *const Heap {
        // SAFETY: alive, by the contract.
        if unsafe { (*object).flags.get() } & flags::LARGE != 0 {
            let head = object
                .cast::<u8>()
                .wrapping_sub(LARGE_HEAD)
                .cast::<LargeHead>();
            // SAFETY: large objects stand behind such a head.
            unsafe { (*head).owner }
        } else {
            let page = object
                .map_addr(|address| address & !(PAGE - 1))
                .cast::<Page>();
            // SAFETY: small objects lie in a page, which is aligned to its size.
            unsafe { (*page).owner }
        }
    }

    /// Ends a dead object: it becomes a spare, or is dropped and freed.
    ///
    /// # Safety
    /// Nobody points to it, and it was not dropped.
    #[inline(always)]
    unsafe fn bury(&self, object: *mut Header, info: &KindInfo) {
        if let Some(keep) = info.keep {
            // SAFETY: by the contract. Kinds with spares are tracked and small.
            unsafe {
                if self.spares.have_room((*object).kind) && keep(object) && self.spares.push(object)
                {
                    self.live.set(self.live.get() - 1);
                    return;
                }
            }
        }
        // SAFETY: by the contract.
        unsafe {
            (info.drop)(object);
            self.free(object);
        }
    }

    /// Gives the memory of a dead object back.
    ///
    /// # Safety
    /// The object has been dropped and nobody points to it.
    #[inline(always)]
    unsafe fn free(&self, object: *mut Header) {
        // SAFETY: the header is still intact.
        let (kind, large) = unsafe { ((*object).kind, (*object).has(flags::LARGE)) };
        if self.kinds[kind as usize].tracked {
            self.live.set(self.live.get() - 1);
        }
        if large {
            // SAFETY: by the contract.
            unsafe { self.free_large(object) };
        } else {
            // SAFETY: the object is small and dead.
            unsafe { self.free_cell(object) };
        }
    }

    /// Gives the memory of a dead large object back.
    ///
    /// # Safety
    /// As for `free`.
    #[cold]
    #[inline(never)]
    unsafe fn free_large(&self, object: *mut Header) {
        let head = object
            .cast::<u8>()
            .wrapping_sub(LARGE_HEAD)
            .cast::<LargeHead>();
        // SAFETY: large objects stand behind such a head.
        let (size, index) = unsafe { ((*head).size, (*head).index) };
        let mut all = self.large.borrow_mut();
        all.swap_remove(index);
        if let Some(&moved) = all.get(index) {
            let moved = moved
                .cast::<u8>()
                .wrapping_sub(LARGE_HEAD)
                .cast::<LargeHead>();
            // SAFETY: it is a live large object.
            unsafe { (*moved).index = index };
        }
        drop(all);
        self.account(-(size as isize));
        let layout =
            Layout::from_size_align(LARGE_HEAD + size, 16).expect("it was allocated with it");
        // SAFETY: allocated with this layout by `alloc_large`.
        unsafe { dealloc(head.cast(), layout) };
    }

    /// Gives the cell of a dead small object back. `live` is the caller's to lower.
    ///
    /// # Safety
    /// As for `free`; the object is not large.
    #[inline(always)]
    unsafe fn free_cell(&self, object: *mut Header) {
        // SAFETY: the header is still intact.
        let class = unsafe { (*object).class as usize };
        self.bytes.set(self.bytes.get() - class * GRANULE);
        let cell = object.cast::<FreeCell>();
        let header = Header {
            count: Cell::new(0),
            kind: 0,
            flags: Cell::new(0),
            class: 0,
        };
        // SAFETY: the cell is free now and ours.
        unsafe {
            cell.write(FreeCell {
                header,
                next: self.free[class].get(),
            })
        };
        self.free[class].set(cell);
    }

    /// Gives the memory of a dead small object of a tracked kind back.
    ///
    /// # Safety
    /// As for `free`; the object is not large, and the collector tracks its kind.
    #[inline(always)]
    pub(super) unsafe fn free_tracked(&self, object: *mut Header) {
        self.live.set(self.live.get() - 1);
        // SAFETY: by the contract.
        unsafe { self.free_cell(object) };
    }

    /// Adds to the bytes in use: buffers of lists, dicts, strings being built.
    pub(crate) fn account(&self, bytes: isize) {
        let now = self.bytes.get().saturating_add_signed(bytes);
        self.bytes.set(now);
        if now > self.limit.get() {
            self.over_limit.set(true);
            self.pending.set(true);
        }
    }

    /// Whether `bytes` more would pass the limit: asked before a large allocation.
    pub(crate) fn would_exceed(&self, bytes: usize) -> bool {
        self.bytes.get().saturating_add(bytes) > self.limit.get().min(isize::MAX as usize / 2)
    }

    /// Bytes in use.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes.get()
    }

    pub(crate) fn limit(&self) -> usize {
        self.limit.get()
    }

    pub(crate) fn set_limit(&self, bytes: usize) {
        self.limit.set(bytes);
    }

    /// Whether the limit was passed since the last call.
    pub(crate) fn take_over_limit(&self) -> bool {
        self.over_limit.replace(false) && self.bytes.get() > self.limit.get() / 2
    }

    /// Whether the machine should look at finalisers, callbacks, the collector or the limit.
    #[inline(always)]
    pub(crate) fn pending(&self) -> bool {
        self.pending.get()
    }

    /// Forgets that something is pending; the caller looks at everything.
    pub(crate) fn take_pending(&self) -> bool {
        self.pending.replace(false)
    }

    pub(crate) fn set_pending(&self) {
        self.pending.set(true);
    }

    /// How many tracked objects there are.
    pub(crate) fn live(&self) -> usize {
        self.live.get()
    }

    pub(super) fn plan_next_collection(&self) {
        let live = self.live.get();
        self.next_collection
            .set(live + (live / 2).max(self.threshold.get()));
    }

    /// Automatic collections stop (usize::MAX) or start after this many net allocations.
    pub(crate) fn set_threshold(&self, threshold: usize) {
        self.threshold.set(threshold);
        self.next_collection
            .set(self.live.get().saturating_add(threshold));
    }

    /// A number never given before, for shapes and modules.
    pub(crate) fn new_id(&self) -> u32 {
        let id = self.next_id.get();
        self.next_id.set(
            id.checked_add(1)
                .expect("fewer than 2^32 shapes in a session"),
        );
        id
    }

    /// The objects that wait for their finalisers, each with a count of its own that the caller takes over.
    pub(crate) fn take_finalisers(&self) -> Vec<*mut Header> {
        std::mem::take(&mut *self.finalisers.borrow_mut())
    }

    /// Queues an object, whose count the caller gives up, for the machine's finaliser loop.
    pub(super) fn push_finaliser(&self, object: *mut Header) {
        self.finalisers.borrow_mut().push(object);
        self.pending.set(true);
    }

    /// Whether the death of some object could be seen from outside: it has a finaliser that has not run, a weak
    /// reference to it has a callback, or its end writes something.
    pub(crate) fn death_matters(&self) -> bool {
        let mut matters = false;
        self.each_object(|object| {
            // SAFETY: `each_object` gives live objects.
            let bits = unsafe { (*object).flags.get() };
            matters |= bits & flags::SEEN != 0
                || bits & (flags::FINALIZE | flags::FINALIZED) == flags::FINALIZE;
        });
        matters
    }

    /// Calls `visit` for every live object.
    pub(super) fn each_object(&self, mut visit: impl FnMut(*mut Header)) {
        for &page in self.pages.borrow().iter() {
            // SAFETY: pages live as long as the heap.
            let (cell_size, carved) =
                unsafe { ((*page).cell_size as usize, (*page).carved as usize) };
            for at in 0..carved {
                let object = page
                    .cast::<u8>()
                    .wrapping_add(PAGE_HEAD + at * cell_size)
                    .cast::<Header>();
                // SAFETY: every carved cell has a header, free or not.
                if unsafe { (*object).kind } != 0 {
                    visit(object);
                }
            }
        }
        for &object in self.large.borrow().iter() {
            visit(object);
        }
    }

    /// All live objects of one type.
    pub(crate) fn all<T: HeapType>(&self) -> Vec<Ref<T>> {
        let mut found = Vec::new();
        self.each_object(|object| {
            // SAFETY: a live object.
            if unsafe { (*object).kind } == T::KIND {
                // SAFETY: as above; the count just added is the reference's.
                found.push(unsafe {
                    super::refcount::increment(object);
                    Ref::from_raw(object)
                });
            }
        });
        found
    }

    /// How many live objects there are of each kind, by name.
    pub(crate) fn counts(&self) -> Vec<(&'static str, usize)> {
        let mut counts: Vec<(&'static str, usize)> =
            self.kinds.iter().map(|kind| (kind.name, 0)).collect();
        self.each_object(|object| {
            // SAFETY: `each_object` gives live objects.
            let kind = unsafe { (*object).kind };
            counts[kind as usize].1 += 1;
        });
        counts.retain(|row| row.1 > 0);
        counts
    }
}

/// The owner of a heap.
///
/// No `Box`: a box asserts that nobody else reaches its inside, and every page points back at its heap.
pub(crate) struct HeapBox(NonNull<Heap>);

impl HeapBox {
    fn new(heap: Heap) -> HeapBox {
        HeapBox(NonNull::from(Box::leak(Box::new(heap))))
    }
}

impl Deref for HeapBox {
    type Target = Heap;

    #[inline(always)]
    fn deref(&self) -> &Heap {
        // SAFETY: made by `new`, freed by `drop` only; it is never borrowed exclusively.
        unsafe { self.0.as_ref() }
    }
}

impl Drop for HeapBox {
    fn drop(&mut self) {
        self.end();
        // SAFETY: it came from a box, and no object is left that points at it.
        drop(unsafe { Box::from_raw(self.0.as_ptr()) });
    }
}

impl Heap {
    fn drop_queue(&self) {
        let queue = std::mem::take(&mut *self.finalisers.borrow_mut());
        for object in queue {
            // SAFETY: the queue owns a count.
            unsafe { super::refcount::decrement(object) };
        }
    }

    /// Drops every object and gives the memory back.
    fn end(&self) {
        // What dies from now on is not revived: there is no machine to run a finaliser.
        self.collecting.set(true);
        self.drop_queue();
        self.drop_everything();
        // Watchers with a callback were queued when their targets died.
        self.drop_queue();
        let shared = self.shared.replace(std::ptr::null_mut());
        if !shared.is_null() {
            // SAFETY: gives up the count that `shared` kept.
            unsafe { super::refcount::decrement(shared) };
        }
        // Whatever died above may have become one.
        self.drop_spares();
        debug_assert!(
            std::thread::panicking() || self.counts().is_empty(),
            "objects outlived their session: {:?}",
            self.counts()
        );
        for &chunk in self.chunks.borrow().iter() {
            // SAFETY: allocated with this layout by `new_page`; its objects are gone.
            unsafe { dealloc(chunk, chunk_layout()) };
        }
    }
}

/// What happens when a count reaches zero.
///
/// # Safety
/// The count is zero and nobody has a counting pointer.
#[cold]
#[inline(never)]
pub(super) unsafe fn release(object: *mut Header) {
    // The branch that leads here is rarely taken; what comes now runs often all the same.
    // SAFETY: by the contract.
    unsafe { release_now(object) };
}

#[inline(never)]
unsafe fn release_now(object: *mut Header) {
    // SAFETY: not yet freed.
    let heap = unsafe { &*Heap::of(object) };
    // SAFETY: not yet freed.
    let header = unsafe { &*object };
    let info = &heap.kinds[header.kind as usize];
    const UNUSUAL: u8 = flags::FINALIZE | flags::WEAKREFD | flags::LATE | flags::LARGE;
    if info.leaf && !header.has(UNUSUAL) {
        // SAFETY: small, untracked, nothing to drop, and nobody points to it.
        unsafe { heap.free_cell(object) };
        return;
    }
    if header.has(flags::FINALIZE | flags::WEAKREFD | flags::LATE) {
        if header.has(flags::LATE) && !heap.collecting.get() {
            header.count.set(1);
            heap.push_finaliser(object);
            return;
        }
        if header.has(flags::FINALIZE) && !header.has(flags::FINALIZED) && !heap.collecting.get() {
            // SAFETY: the object is whole.
            if unsafe { (info.finalize)(object) } {
                header.count.set(1);
                heap.push_finaliser(object);
                return;
            }
        }
        if header.has(flags::WEAKREFD) {
            heap.clear_weak(object);
        }
    }
    if heap.depth.get() >= DEPTH {
        heap.deferred.borrow_mut().push(object);
        return;
    }
    heap.depth.set(heap.depth.get() + 1);
    // SAFETY: the object is dead, and comes here once.
    unsafe { heap.bury(object, info) };
    let depth = heap.depth.get() - 1;
    heap.depth.set(depth);
    // SAFETY: nobody borrows the list while an object dies.
    if depth == 0 && unsafe { !(*heap.deferred.as_ptr()).is_empty() } {
        loop {
            let next = heap.deferred.borrow_mut().pop();
            let Some(object) = next else { break };
            heap.depth.set(1);
            // SAFETY: deferred objects are dead and were not dropped yet.
            unsafe { heap.bury(object, &heap.kinds[(*object).kind as usize]) };
            heap.depth.set(0);
        }
    }
}

/// Zeroed memory for `n` values of type `T`, for the machine's stacks.
///
/// # Safety
/// All-zero bytes are a valid `T`.
pub(crate) unsafe fn zeroed_array<T>(n: usize) -> Option<*mut T> {
    let layout = Layout::array::<T>(n).ok()?;
    // SAFETY: `n` is not 0 in any use.
    let memory = unsafe { alloc_zeroed(layout) };
    (!memory.is_null()).then_some(memory.cast())
}

/// Adds to the bytes in use of the heap of `object`.
///
/// # Safety
/// The object is alive or dying.
pub(crate) unsafe fn account(object: *mut Header, bytes: isize) {
    // SAFETY: by the contract; the heap outlives its objects.
    unsafe { (*Heap::of(object)).account(bytes) };
}
