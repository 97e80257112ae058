//! Storage of values over the real table of kinds. Miri runs all of it.

use super::{Class, Dict, Instance, Layout, ObjectSlot, Probe, SetProbe, Str, TABLE, Tag, Value};
use crate::heap::{Heap, HeapBox, Ref};

const MANY: usize = if cfg!(miri) { 60 } else { 5_000 };

fn heap() -> HeapBox {
    Heap::new(&TABLE)
}

fn class(heap: &Heap, layout: Layout) -> Ref<Class> {
    let bases = heap.tuple_of(&[]);
    let class = heap.alloc(Class::new(
        heap.new_str("C"),
        heap.new_dict(),
        bases,
        Value::NONE,
        layout,
        0,
    ));
    class
        .mro
        .set(heap.tuple_of(&[Value::object(class.clone())]));
    class
}

fn int(value: &Value) -> i64 {
    value.as_int().expect("an int")
}

#[test]
fn values_count_what_they_point_at() {
    let heap = heap();
    let text = heap.new_str("grüße");
    let value = Value::object(text.clone());
    assert_eq!(text.header().count.get(), 2);
    let copy = value.clone();
    assert!(copy.is_same(&value));
    assert_eq!(copy.as_ref::<Str>().map(|text| text.n_chars()), Some(5));
    assert!(copy.as_ref::<Dict>().is_none());
    let text_again = copy.into_ref::<Str>().expect("a str");
    drop((value, text_again));
    assert_eq!(text.header().count.get(), 1);
    assert!(Value::int(-1).into_ref::<Str>().is_err());
    assert_eq!(Value::float(2.5).raw_float(), 2.5);
    assert_eq!(Value::int(i64::MIN).raw_int(), i64::MIN);
}

#[test]
fn a_place_of_one_word_counts_its_object() {
    let heap = heap();
    let text = heap.new_str("held");
    let place = ObjectSlot::new(Value::object(text.clone()));
    assert_eq!(text.header().count.get(), 2);
    assert!(place.holds(&Value::object(text.clone())) && !place.is_none());
    let copy = place.get();
    assert_eq!((copy.tag(), text.header().count.get()), (Tag::Str, 3));
    drop((copy, place.take()));
    assert!(place.is_none() && place.get().is_none());
    assert_eq!(text.header().count.get(), 1);
    place.set(Value::object(text.clone()));
    place.set(Value::int(5));
    assert!(place.is_none());
    place.set(Value::object(text.clone()));
    let other = ObjectSlot::new(Value::object(text.clone()));
    assert!(place.is_same(&other));
    drop((place, other));
    assert_eq!(text.header().count.get(), 1);
}

#[test]
fn accounting_returns_to_zero() {
    let heap = heap();
    let list = heap.new_list(Vec::new());
    for at in 0..MANY {
        list.push(Value::int(at as i64));
    }
    let dict = heap.new_dict();
    let set = heap.new_set(false);
    for at in 0..MANY {
        let (hash, key) = (at as u64, Value::int(at as i64));
        dict.insert_new(hash, key.clone(), Value::object(list.clone()));
        set.insert_new(hash, key);
    }
    let copies = (dict.copy(), set.copy(true));
    for at in (0..MANY).step_by(3) {
        drop(dict.remove_at(at));
    }
    list.edit(|items| items.truncate(1));
    dict.clear();
    set.clear();
    drop((list, dict, set, copies));
    assert_eq!(heap.bytes(), 0);
}

#[test]
fn a_dict_keeps_order_through_deletions() {
    let heap = heap();
    let dict = heap.new_dict();
    let keys: Vec<Ref<Str>> = (0..MANY)
        .map(|at| heap.new_str(&format!("key {at}")))
        .collect();
    for (at, key) in keys.iter().enumerate() {
        dict.set_str(key, Value::int(at as i64));
    }
    for key in keys.iter().step_by(2) {
        assert!(dict.remove_str(key).is_some());
    }
    dict.set_str(&keys[0], Value::int(-1));
    assert_eq!(dict.len(), MANY / 2 + 1);
    let all = dict.to_vec();
    assert_eq!(int(&all[0].1), 1);
    assert_eq!(int(&all[all.len() - 1].1), -1);
    assert!(dict.get_str(&keys[2]).is_none());
    assert_eq!(dict.get_str(&keys[3]).map(|value| int(&value)), Some(3));
    let (last, key, _) = dict.previous_entry(dict.end()).expect("not empty");
    assert!(matches!(dict.probe(&key, keys[0].hash()), Probe::Found(at) if at == last));
    assert_eq!(dict.next_entry(0).map(|entry| int(&entry.2)), Some(1));
}

#[test]
fn a_set_finds_what_it_holds() {
    let heap = heap();
    let set = heap.new_set(false);
    for at in 0..MANY {
        set.insert_new(at as u64, Value::int(at as i64));
    }
    for at in 0..MANY {
        match set.probe(&Value::int(at as i64), at as u64, 0) {
            SetProbe::Found(place) if at % 2 == 0 => drop(set.remove_at(place)),
            SetProbe::Found(_) => {}
            _ => panic!("{at} is missing"),
        }
    }
    assert_eq!(set.len(), MANY / 2);
    assert!(set.to_vec().iter().all(|(_, key)| int(key) % 2 == 1));
    while set.pop().is_some() {}
    assert_eq!(set.len(), 0);
}

#[test]
fn cells_of_globals_are_seen_through() {
    let heap = heap();
    let globals = heap.new_dict();
    let (bound, free) = (heap.new_str("bound"), heap.new_str("free"));
    globals.set_str(&bound, Value::int(1));
    let cell = globals.cell_of(&bound, || None);
    assert!(cell.is_bound());
    let other = globals.cell_of(&free, || Some(Value::int(9)));
    assert_eq!((globals.len(), int(&other.value.get())), (1, 9));
    assert!(globals.get_str(&free).is_none());
    globals.set_str(&free, Value::int(2));
    assert_eq!((globals.len(), other.is_bound()), (2, true));
    drop(cell.replace(Value::int(5)));
    assert_eq!(globals.get_str(&bound).map(|value| int(&value)), Some(5));
    assert_eq!(globals.remove_str(&bound).map(|value| int(&value)), Some(5));
    assert!(!cell.is_bound());
    drop(cell.replace(Value::int(6)));
    globals.bind_cell(&cell);
    let names: Vec<i64> = globals
        .to_vec()
        .iter()
        .map(|(_, value)| int(value))
        .collect();
    assert_eq!(names, [2, 6]);
    globals.clear();
    assert!(globals.len() == 0 && !other.is_bound());
}

#[test]
fn instances_share_shapes_until_they_have_a_dict() {
    let heap = heap();
    let class = class(&heap, Layout::Plain);
    let names: Vec<Ref<Str>> = (0..40).map(|at| heap.new_str(&format!("a{at}"))).collect();
    let first = class.new_instance(None);
    for (at, name) in names.iter().enumerate() {
        first.set_own(name, Value::int(at as i64));
    }
    class.capacity.set(4);
    let (second, third) = (class.new_instance(None), class.new_instance(None));
    for name in &names[..3] {
        second.set_own(name, Value::object(name.clone()));
        third.set_own(name, Value::NONE);
    }
    assert_eq!(second.shape_id(), third.shape_id());
    assert!(second.delete_own(&names[1]).is_some());
    assert!(second.delete_own(&names[1]).is_none());
    assert_ne!(second.shape_id(), third.shape_id());
    for instance in [&first, &second] {
        assert_eq!(instance.own_attributes().len(), instance.dict().len());
    }
    assert_eq!(first.get_own(&names[39]).map(|value| int(&value)), Some(39));
    let other = self::class(&heap, Layout::Plain);
    third.set_class(&other);
    assert!(third.class().is(&other));
    assert!(third.get_own(&names[2]).is_some());
}

#[test]
fn cycles_of_every_kind_are_collected() {
    let heap = heap();
    let class = class(&heap, Layout::Payload);
    let name = heap.new_str("me");
    let instance = class.new_instance(Some(Value::int(3)));
    let list = heap.new_list(vec![Value::object(instance.clone())]);
    let dict = heap.new_dict();
    let tuple = heap.tuple_of(&[Value::object(list), Value::object(dict.clone())]);
    dict.set_str(&name, Value::object(tuple));
    instance.set_own(&name, Value::object(dict));
    let weak = heap.new_weak(&class, &Value::object(instance.clone()), Value::NONE);
    drop(instance);
    assert!(weak.get().is_some());
    assert_eq!(heap.collect(), 4);
    assert!(weak.get().is_none());
    let weak_class = heap.new_weak(&class, &Value::object(class.clone()), Value::NONE);
    drop((weak, class));
    assert!(weak_class.get().is_some_and(|class| class.is(Tag::Class)));
}

#[test]
fn a_payload_survives_the_end_of_its_cycle() {
    let heap = heap();
    let class = class(&heap, Layout::Payload);
    let instance: Ref<Instance> = class.new_instance(Some(Value::object(heap.new_str("text"))));
    assert!(
        instance
            .payload()
            .is_some_and(|payload| payload.is(Tag::Str))
    );
    let name = heap.new_str("me");
    instance.set_own(&name, Value::object(instance.clone()));
    // The heap ends with the cycle alive.
}
