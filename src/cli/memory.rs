//! How much memory the process may still take, where it is limited (`ulimit -v`, `ulimit -d`).

use std::fs;

/// The bytes that the limits of this process leave it; None if it has none, or if the system does not tell.
pub(super) fn free_memory() -> Option<usize> {
    let limits = fs::read_to_string("/proc/self/limits").ok()?;
    let space = limit(&limits, "Max address space");
    let data = limit(&limits, "Max data size");
    space.or(data)?;
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let left = |limit: Option<usize>, used| Some(limit?.saturating_sub(kilobytes(&status, used)?));
    let (space, data) = (left(space, "VmSize:"), left(data, "VmData:"));
    space.into_iter().chain(data).min()
}

/// The soft limit in a line of `/proc/self/limits`, in bytes; None for no limit.
fn limit(limits: &str, name: &str) -> Option<usize> {
    let line = limits.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The bytes in a line of `/proc/self/status`.
fn kilobytes(status: &str, name: &str) -> Option<usize> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let count: usize = line.split_whitespace().next()?.parse().ok()?;
    Some(count * 1024)
}

#[cfg(test)]
mod tests {
    use super::{kilobytes, limit};

    #[test]
    fn lines_of_proc_are_read() {
        let limits = "Max data size             unlimited            unlimited            bytes\n\
                      Max address space         7516192768           unlimited            bytes\n";
        assert_eq!(limit(limits, "Max address space"), Some(7 << 30));
        assert_eq!(limit(limits, "Max data size"), None);
        assert_eq!(
            kilobytes("VmSize:\t  5800 kB\nVmData:\t 12 kB\n", "VmData:"),
            Some(12 << 10)
        );
    }
}
