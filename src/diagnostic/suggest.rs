//! "Did you mean": which known name is nearest to an unknown one.

/// CPython looks no further when there are this many names or more.
pub(crate) const MAX_CANDIDATES: usize = 750;
/// What inserting, deleting or replacing a byte costs.
const MOVE_COST: usize = 2;
/// What changing the case of a letter costs.
const CASE_COST: usize = 1;
/// Names that differ over more bytes than this are not compared.
const MAX_LENGTH: usize = 40;

/// The candidate nearest to `name`, if one is near enough: at most a third of the letters of
/// both may differ. Of equally near ones the first wins; CPython gives them in sorted order.
///
/// `None` too when there are [`MAX_CANDIDATES`] candidates or more.
pub(crate) fn suggestion<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let mut best: Option<(&str, usize)> = None;
    for (index, candidate) in candidates.into_iter().enumerate() {
        if index + 1 >= MAX_CANDIDATES {
            return None;
        }
        if candidate == name {
            continue;
        }
        let mut allowed = (name.len() + candidate.len() + 3) * MOVE_COST / 6;
        if let Some((_, cost)) = best {
            // Only strictly nearer ones may replace it; two different names cost at least 1.
            allowed = allowed.min(cost - 1);
        }
        if let Some(cost) = distance(name.as_bytes(), candidate.as_bytes(), allowed) {
            best = Some((candidate, cost));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The least cost of turning `a` into `b`, or `None` if it is more than `allowed`.
fn distance(a: &[u8], b: &[u8], allowed: usize) -> Option<usize> {
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return Some(long.len() * MOVE_COST).filter(|&cost| cost <= allowed);
    }
    if long.len() > MAX_LENGTH || (long.len() - short.len()) * MOVE_COST > allowed {
        return None;
    }
    // One row of the classic table: `row[i]` is the cost for `short[..=i]` against the bytes of
    // `long` seen so far.
    let mut row: Vec<usize> = (1..=short.len()).map(|n| n * MOVE_COST).collect();
    let mut result = 0;
    for (n, &y) in long.iter().enumerate() {
        let mut diagonal = n * MOVE_COST;
        // As CPython has it: the cell left of the row is the diagonal's, not one move more.
        result = diagonal;
        let mut least = usize::MAX;
        for (cell, &x) in row.iter_mut().zip(short) {
            let replaced = diagonal + replacement_cost(x, y);
            diagonal = *cell;
            result = (result.min(diagonal) + MOVE_COST).min(replaced);
            *cell = result;
            least = least.min(result);
        }
        if least > allowed {
            return None;
        }
    }
    Some(result).filter(|&cost| cost <= allowed)
}

fn replacement_cost(x: u8, y: u8) -> usize {
    if x == y {
        0
    } else if x.eq_ignore_ascii_case(&y) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, candidates: &[&str], expected: Option<&str>) {
        assert_eq!(
            suggestion(name, candidates.iter().copied()),
            expected,
            "{name}"
        );
    }

    #[test]
    fn the_nearest_name_wins() {
        check("colour", &["color", "clour"], Some("color"));
        check("clour", &["blech", "colour", "floor"], Some("colour"));
        check("Blech", &["bluch", "blech"], Some("blech"));
        check("appendd", &["append", "appends"], Some("append"));
    }

    #[test]
    fn far_names_are_not_offered() {
        check("x", &["y", "xyzzy"], None);
        check("somethingelse", &["a", "other", "print"], None);
        check("a", &[], None);
        check("same", &["same"], None);
        let long = "a".repeat(100);
        let other = "b".repeat(100);
        check(&long, &[&other], None);
    }

    #[test]
    fn too_many_candidates_are_none() {
        let names: Vec<String> = (0..MAX_CANDIDATES).map(|n| format!("blech{n}")).collect();
        assert_eq!(suggestion("blech", names.iter().map(String::as_str)), None);
        let fewer = &names[1..];
        assert_eq!(
            suggestion("blech", fewer.iter().map(String::as_str)),
            Some("blech1")
        );
    }
}
