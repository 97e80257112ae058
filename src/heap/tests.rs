//! The heap with two kinds of its own: nodes that point at nodes, and runs of items. Miri runs all of it.

use std::cell::Cell;
use std::rc::Rc;

use super::{Header, Heap, HeapBox, HeapType, KindInfo, Obj, Ref, Shared, Tail, WeakPlace, flags};

/// How much a chain has: Miri is slow.
const LONG: usize = if cfg!(miri) { 300 } else { 1_000_000 };

struct Node {
    links: Shared<Vec<Ref<Node>>>,
    dropped: Rc<Cell<usize>>,
    finalise: Cell<bool>,
}

impl Drop for Node {
    fn drop(&mut self) {
        self.dropped.set(self.dropped.get() + 1);
    }
}

impl HeapType for Node {
    const KIND: u8 = 1;
    const TRACKED: bool = true;
}

/// Without interior mutability, as tuples have none.
struct PlainHead;
type Row = Tail<PlainHead, Ref<Node>>;

impl HeapType for Row {
    const KIND: u8 = 2;
    const TRACKED: bool = true;
}

type Text = Tail<u64, u8>;

impl HeapType for Text {
    const KIND: u8 = 3;
    const TRACKED: bool = false;
}

struct Watch {
    place: WeakPlace,
}

impl HeapType for Watch {
    const KIND: u8 = 4;
    const TRACKED: bool = false;
}

unsafe fn nothing(_: *mut Header) {}
unsafe fn trace_nothing(_: *const Header, _: &mut dyn FnMut(*mut Header)) {}
unsafe fn no(_: *const Header) -> bool {
    false
}

unsafe fn drop_node(object: *mut Header) {
    // SAFETY: the heap calls it once, on a dying node.
    unsafe { std::ptr::drop_in_place(&raw mut (*object.cast::<Obj<Node>>()).body) };
}

unsafe fn trace_node(object: *const Header, visit: &mut dyn FnMut(*mut Header)) {
    // SAFETY: a live node.
    let node = unsafe { &(*object.cast::<Obj<Node>>()).body };
    node.links
        .with(|links| links.iter().for_each(|link| visit(link.as_ptr())));
}

unsafe fn clear_node(object: *mut Header) {
    // SAFETY: a live node.
    let node = unsafe { &(*object.cast::<Obj<Node>>()).body };
    drop(node.links.replace(Vec::new()));
}

unsafe fn finalise_node(object: *const Header) -> bool {
    // SAFETY: a whole node.
    unsafe { (*object.cast::<Obj<Node>>()).body.finalise.get() }
}

unsafe fn drop_row(object: *mut Header) {
    // SAFETY: the heap calls it once, on a dying row.
    unsafe { Tail::drop_in_place(&raw mut (*object.cast::<Obj<Row>>()).body) };
}

unsafe fn trace_row(object: *const Header, visit: &mut dyn FnMut(*mut Header)) {
    // SAFETY: a live row.
    let row = unsafe { &(*object.cast::<Obj<Row>>()).body };
    row.items().iter().for_each(|item| visit(item.as_ptr()));
}

unsafe fn drop_text(object: *mut Header) {
    // SAFETY: the heap calls it once, on a dying text.
    unsafe { Tail::drop_in_place(&raw mut (*object.cast::<Obj<Text>>()).body) };
}

unsafe fn drop_watch(object: *mut Header) {
    // SAFETY: a dying watch, still whole.
    let watch = unsafe { &(*object.cast::<Obj<Watch>>()).body };
    if !watch.place.get().is_null() {
        // SAFETY: dying objects still know their heap.
        unsafe { &*Heap::of(object) }.forget_weak(watch.place.get(), &raw const watch.place);
    }
}

/// A kind with spares: a stack of nodes.
struct Pile {
    nodes: Shared<Vec<Ref<Node>>>,
}

impl HeapType for Pile {
    const KIND: u8 = 5;
    const TRACKED: bool = true;
}

unsafe fn drop_pile(object: *mut Header) {
    // SAFETY: a dying pile.
    unsafe { std::ptr::drop_in_place(&raw mut (*object.cast::<Obj<Pile>>()).body) };
}

unsafe fn keep_pile(object: *mut Header) -> bool {
    // SAFETY: a dying pile, still whole.
    let pile = unsafe { &(*object.cast::<Obj<Pile>>()).body };
    if pile.nodes.with(Vec::capacity) == 0 {
        return false;
    }
    while let Some(node) = pile.nodes.with_mut(Vec::pop) {
        drop(node);
    }
    true
}

unsafe fn trace_pile(object: *const Header, visit: &mut dyn FnMut(*mut Header)) {
    // SAFETY: a live pile.
    let pile = unsafe { &(*object.cast::<Obj<Pile>>()).body };
    pile.nodes
        .with(|nodes| nodes.iter().for_each(|node| visit(node.as_ptr())));
}

unsafe fn clear_pile(object: *mut Header) {
    // SAFETY: a live pile.
    let pile = unsafe { &(*object.cast::<Obj<Pile>>()).body };
    drop(pile.nodes.replace(Vec::new()));
}

static KINDS: [KindInfo; 6] = {
    let free = KindInfo {
        name: "",
        tracked: false,
        leaf: false,
        drop: nothing,
        keep: None,
        trace: trace_nothing,
        clear: nothing,
        finalize: no,
    };
    [
        free,
        KindInfo {
            name: "Node",
            tracked: true,
            leaf: false,
            drop: drop_node,
            keep: None,
            trace: trace_node,
            clear: clear_node,
            finalize: finalise_node,
        },
        KindInfo {
            name: "Row",
            tracked: true,
            leaf: false,
            drop: drop_row,
            trace: trace_row,
            ..free
        },
        KindInfo {
            name: "Text",
            drop: drop_text,
            ..free
        },
        KindInfo {
            name: "Watch",
            drop: drop_watch,
            ..free
        },
        KindInfo {
            name: "Pile",
            tracked: true,
            drop: drop_pile,
            keep: Some(keep_pile),
            trace: trace_pile,
            clear: clear_pile,
            ..free
        },
    ]
};

struct Room {
    heap: HeapBox,
    dropped: Rc<Cell<usize>>,
}

impl Room {
    fn new() -> Room {
        Room {
            heap: Heap::new(&KINDS),
            dropped: Rc::default(),
        }
    }

    fn node(&self, links: Vec<Ref<Node>>) -> Ref<Node> {
        self.heap.alloc(Node {
            links: Shared::new(links),
            dropped: self.dropped.clone(),
            finalise: Cell::new(false),
        })
    }

    fn finalised(&self) -> Ref<Node> {
        let node = self.node(Vec::new());
        node.header().set(flags::FINALIZE);
        node.finalise.set(true);
        node
    }

    fn watch(&self, target: &Ref<Node>) -> Ref<Watch> {
        let watch = self.heap.alloc(Watch {
            place: Cell::new(std::ptr::null_mut()),
        });
        // SAFETY: both are alive, the place does not move, `drop_watch` takes it off.
        unsafe {
            self.heap
                .add_weak(target.as_ptr(), &raw const watch.place, watch.as_ptr())
        };
        watch
    }

    /// What the machine does with the queue: it runs the finalisers, and gives the counts up.
    fn run_finalisers(&self, mut each: impl FnMut(&Ref<Node>)) -> usize {
        let mut ran = 0;
        loop {
            let batch = self.heap.take_finalisers();
            if batch.is_empty() {
                return ran;
            }
            for object in batch {
                // SAFETY: the queue gives a count.
                let node: Ref<Node> = unsafe { Ref::from_raw(object) };
                node.header().set(flags::FINALIZED);
                each(&node);
                ran += 1;
            }
        }
    }
}

#[test]
fn the_last_count_frees_and_memory_is_used_again() {
    let room = Room::new();
    let first = room.node(Vec::new());
    let address = first.as_ptr();
    let second = first.clone();
    assert!(first.is(&second));
    drop(first);
    assert_eq!(room.dropped.get(), 0);
    drop(second);
    assert_eq!(room.dropped.get(), 1);
    assert_eq!(room.heap.bytes(), 0);
    assert_eq!(room.node(Vec::new()).as_ptr(), address);
}

#[test]
fn small_and_large_objects_of_all_sizes_come_and_go() {
    let room = Room::new();
    let mut all = Vec::new();
    for len in (0..700).step_by(if cfg!(miri) { 37 } else { 1 }) {
        let bytes: Vec<u8> = (0..len).map(|at| at as u8).collect();
        all.push((room.heap.alloc_bytes(7u64, &bytes), bytes));
    }
    for len in if cfg!(miri) {
        [600, 900, 70_000]
    } else {
        [5_000, 70_000, 300_000]
    } {
        let bytes = vec![3; len];
        all.push((room.heap.alloc_joined(7u64, &bytes, b"end"), {
            let mut both = bytes;
            both.extend_from_slice(b"end");
            both
        }));
    }
    let mut at = 0;
    while all.len() > 3 {
        at = (at + 7) % all.len();
        let (text, bytes) = all.swap_remove(at);
        assert_eq!((text.items(), *text.head()), (&bytes[..], 7));
        assert!(std::ptr::eq(text.heap(), &raw const *room.heap));
    }
    drop(all);
    assert_eq!(room.heap.bytes(), 0);
    assert!(room.heap.counts().is_empty());
}

#[test]
fn bytes_grow_in_place_if_nobody_else_sees_them() {
    let room = Room::new();
    let small = room.heap.alloc_bytes(1u64, b"small");
    let Err(small) = room.heap.grow_bytes(small, b"er") else {
        panic!("it lives in a page");
    };
    let mut large = room.heap.alloc_bytes(1u64, &[1; 600]);
    let other = room.heap.alloc_bytes(2u64, &[2; 600]);
    for at in 0..if cfg!(miri) { 20 } else { 2_000 } {
        large = match room.heap.grow_bytes(large, &[at as u8; 40]) {
            Ok(large) => large,
            Err(_) => panic!("it has one reference"),
        };
    }
    let shared = large.clone();
    assert!(room.heap.grow_bytes(shared, b"more").is_err());
    assert_eq!(
        (large.items()[599], large.items()[600], large.items()[640]),
        (1, 0, 1)
    );
    drop(other);
    drop((small, large));
    assert_eq!(room.heap.bytes(), 0);
}

#[test]
fn pages_are_added_when_one_is_full() {
    let room = Room::new();
    let many = if cfg!(miri) { 300 } else { 20_000 };
    let texts: Vec<_> = (0..many)
        .map(|at| room.heap.alloc_bytes(at as u64, &[at as u8; 450]))
        .collect();
    for (at, text) in texts.iter().enumerate() {
        assert_eq!((*text.head(), text.items()[449]), (at as u64, at as u8));
    }
}

#[test]
fn items_of_a_tail_are_dropped_with_it() {
    let room = Room::new();
    let node = room.node(Vec::new());
    let row: Ref<Row> = room.heap.alloc_tail(PlainHead, 5, |_| node.clone());
    assert_eq!(row.len(), 5);
    assert_eq!(node.header().count.get(), 6);
    drop(row);
    assert_eq!(node.header().count.get(), 1);
    let empty: Ref<Row> = room.heap.alloc_tail(PlainHead, 0, |_| node.clone());
    assert!(empty.items().is_empty());
}

#[test]
fn a_long_chain_dies_without_recursion() {
    let room = Room::new();
    let mut chain = room.node(Vec::new());
    for _ in 1..LONG {
        chain = room.node(vec![chain]);
    }
    drop(chain);
    assert_eq!(room.dropped.get(), LONG);
    assert_eq!(room.heap.bytes(), 0);
}

#[test]
fn weak_places_are_emptied_when_the_target_dies() {
    let room = Room::new();
    let target = room.node(Vec::new());
    let (first, second) = (room.watch(&target), room.watch(&target));
    assert_eq!(room.heap.weak_holders(target.as_ptr()).len(), 2);
    drop(first);
    assert_eq!(room.heap.weak_holders(target.as_ptr()).len(), 1);
    assert_eq!(second.place.get(), target.as_ptr());
    drop(target);
    assert!(second.place.get().is_null());
}

#[test]
fn a_watcher_that_asks_is_queued() {
    let room = Room::new();
    let target = room.node(Vec::new());
    let watch = room.watch(&target);
    watch.header().set(flags::OWN);
    drop(target);
    assert!(room.heap.pending());
    let queue = room.heap.take_finalisers();
    assert_eq!(queue, [watch.as_ptr()]);
    let queued = queue[0];
    // SAFETY: the queue gives a count.
    drop(unsafe { Ref::<Watch>::from_raw(queued) });
    assert_eq!(watch.header().count.get(), 1);
}

#[test]
fn cycles_are_found_and_what_is_held_stays() {
    let room = Room::new();
    let kept = room.node(Vec::new());
    for size in [1, 2, 5] {
        let nodes: Vec<_> = (0..size).map(|_| room.node(vec![kept.clone()])).collect();
        for (at, node) in nodes.iter().enumerate() {
            let next = nodes[(at + 1) % size].clone();
            node.links.with_mut(|links| links.push(next));
        }
        assert_eq!(room.heap.collect(), 0);
        drop(nodes);
        assert_eq!(room.heap.collect(), size);
    }
    assert_eq!(room.dropped.get(), 8);
    assert_eq!(kept.header().count.get(), 1);
}

#[test]
fn weak_places_of_garbage_are_emptied() {
    let room = Room::new();
    let node = room.node(Vec::new());
    node.links.with_mut(|links| links.push(node.clone()));
    let watch = room.watch(&node);
    drop(node);
    assert!(!watch.place.get().is_null());
    assert_eq!(room.heap.collect(), 1);
    assert!(watch.place.get().is_null());
}

#[test]
fn a_finaliser_may_revive_once() {
    let room = Room::new();
    drop(room.finalised());
    assert_eq!(room.dropped.get(), 0);
    let mut saved = None;
    assert_eq!(room.run_finalisers(|node| saved = Some(node.clone())), 1);
    assert_eq!(room.dropped.get(), 0);
    drop(saved);
    assert_eq!(room.run_finalisers(|_| {}), 0);
    assert_eq!(room.dropped.get(), 1);
}

#[test]
fn a_cycle_with_a_finaliser_is_freed_by_the_collection_after_it() {
    let room = Room::new();
    let (one, two) = (room.finalised(), room.node(Vec::new()));
    one.links.with_mut(|links| links.push(two.clone()));
    two.links.with_mut(|links| links.push(one.clone()));
    drop((one, two));
    assert_eq!(room.heap.collect(), 2);
    assert_eq!(room.dropped.get(), 0);
    assert!(room.heap.collection_due());
    assert_eq!(
        room.run_finalisers(|node| assert_eq!(node.links.with(Vec::len), 1)),
        1
    );
    assert_eq!(room.heap.collect(), 2);
    assert_eq!(room.dropped.get(), 2);
}

#[test]
fn late_objects_wait_for_the_machine() {
    let room = Room::new();
    let node = room.node(Vec::new());
    node.header().set(flags::LATE);
    drop(node);
    let object = room.heap.take_finalisers().remove(0);
    // SAFETY: the queue gives a count.
    let node: Ref<Node> = unsafe { Ref::from_raw(object) };
    assert_eq!(room.dropped.get(), 0);
    node.header().clear(flags::LATE);
    drop(node);
    assert_eq!(room.dropped.get(), 1);
}

#[test]
fn the_end_of_a_heap_frees_cycles_queues_and_rows() {
    let room = Room::new();
    let dropped = room.dropped.clone();
    let cycle = room.node(Vec::new());
    cycle.links.with_mut(|links| links.push(cycle.clone()));
    let last = room.finalised();
    let queued = room.finalised();
    queued.links.with_mut(|links| links.push(last.clone()));
    let row: Ref<Row> = room.heap.alloc_tail(PlainHead, 2, |_| cycle.clone());
    cycle
        .links
        .with_mut(|links| links.extend(row.items().iter().cloned()));
    drop((cycle, last, queued, row));
    assert_eq!(dropped.get(), 0);
    drop(room);
    assert_eq!(dropped.get(), 3);
}

#[test]
fn the_limit_is_noticed() {
    let room = Room::new();
    room.heap.set_limit(100_000);
    assert!(!room.heap.would_exceed(90_000));
    assert!(room.heap.would_exceed(110_000));
    let text = room.heap.alloc_bytes(0u64, &[0; 110_000]);
    assert!(room.heap.take_pending());
    assert!(room.heap.take_over_limit());
    drop(text);
    assert!(!room.heap.take_over_limit());
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "changed while it was being read")]
fn a_shared_cell_notices_reentrance() {
    let cell = Shared::new(vec![1]);
    cell.with(|_| cell.with_mut(|items| items.push(2)));
}

#[test]
fn dead_containers_are_kept_whole_and_used_again() {
    let room = Room::new();
    let heap = &room.heap;
    let pile = |nodes| {
        heap.alloc(Pile {
            nodes: Shared::new(nodes),
        })
    };
    assert!(heap.spare::<Pile>().is_none());
    let live = heap.live();
    let first = pile(vec![room.node(Vec::new())]);
    let address = first.as_ptr();
    drop(first);
    assert_eq!(room.dropped.get(), 1, "what it held died with it");
    assert_eq!(heap.live(), live);
    assert!(heap.all::<Pile>().is_empty(), "a spare is no object");
    let again = heap.spare::<Pile>().expect("one was kept");
    assert_eq!(again.as_ptr(), address);
    assert!(
        again
            .nodes
            .with(|nodes| nodes.is_empty() && nodes.capacity() > 0)
    );
    assert_eq!(heap.live(), live + 1);
    // Without a buffer there is nothing worth keeping.
    drop(pile(Vec::new()));
    assert!(heap.spare::<Pile>().is_none());
    // More than are wanted; what is left at the end of the session is dropped with it.
    let many: Vec<_> = (0..100)
        .map(|_| pile(vec![room.node(Vec::new())]))
        .collect();
    drop(many);
    assert_eq!(heap.live(), live + 1);
    heap.collect();
    again
        .nodes
        .with_mut(|nodes| nodes.push(room.node(Vec::new())));
    drop(again);
    assert_eq!(room.dropped.get(), 102);
}

#[test]
fn spares_come_back_clean() {
    let room = Room::new();
    for _ in 0..3 {
        let piles: Vec<_> = (0..40)
            .map(|_| {
                let pile = room.heap.spare::<Pile>().unwrap_or_else(|| {
                    room.heap.alloc(Pile {
                        nodes: Shared::default(),
                    })
                });
                pile.nodes
                    .with_mut(|nodes| nodes.push(room.node(Vec::new())));
                pile
            })
            .collect();
        drop(piles);
    }
    assert_eq!(room.dropped.get(), 120);
}

#[test]
fn pushing_in_room_gives_back_what_does_not_fit() {
    let items = Shared::new(Vec::with_capacity(2));
    let room = items.with(Vec::capacity);
    for at in 0..room {
        assert_eq!(items.push_in_room(at.to_string()), None);
    }
    assert_eq!(
        items.push_in_room("left".to_string()),
        Some("left".to_string())
    );
    assert_eq!(items.with(Vec::len), room);
}
