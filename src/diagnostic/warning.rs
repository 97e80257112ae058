//! One warning, as the `warnings` module prints it.

/// `x.py:10: RuntimeWarning: coroutine 'nested' was never awaited`, and the source line below
/// it, stripped and indented by two, if there is one. Ends with a line end.
pub(crate) fn warning_line(
    file: &str,
    line: u32,
    category: &str,
    message: &str,
    source_line: Option<&str>,
) -> String {
    let mut text = format!("{file}:{line}: {category}: {message}\n");
    if let Some(source_line) = source_line.filter(|text| !text.is_empty()) {
        text.push_str("  ");
        text.push_str(source_line.trim());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_shows_its_line() {
        let message = "coroutine 'nested' was never awaited";
        assert_eq!(
            warning_line(
                "x.py",
                10,
                "RuntimeWarning",
                message,
                Some("    nested()  ")
            ),
            "x.py:10: RuntimeWarning: coroutine 'nested' was never awaited\n  nested()\n",
        );
        assert_eq!(
            warning_line("<string>", 1, "UserWarning", "careful", None),
            "<string>:1: UserWarning: careful\n",
        );
    }
}
