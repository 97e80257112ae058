//! Calls of script functions with `*` and `**`: their arguments are laid out in registers first.

use super::enter::{FEW_KEYWORDS, QUICK};
use super::regs::{Window, function_code, store};
use super::{R, Vm};
use crate::bytecode::Flow;
use crate::heap::Ref;
use crate::value::{Dict, Function, Str, Value};

impl Vm {
    /// Calls a script function with arguments that came out of a sequence and a dict; they are laid out from `first` on,
    /// where nothing lives.
    pub(super) fn enter_spread(
        &mut self,
        function: &Function,
        first: *mut Value,
        args: &[Value],
        keywords: Vec<(Ref<Str>, Value)>,
        dst: *mut Value,
    ) -> R<()> {
        let count = args.len() + keywords.len();
        self.lay_out(function, first, args, count)?;
        let mut names = Vec::with_capacity(keywords.len());
        for (name, value) in keywords {
            store(first.wrapping_add(args.len() + names.len()), value);
            names.push(Value::object(name));
        }
        self.enter_laid_out(function, Window { first, count }, &names, None, dst)
    }

    /// The same for a few keywords in a dict that nobody else holds. False for another dict: nothing has happened then.
    pub(super) fn enter_spread_with(
        &mut self,
        function: &Function,
        first: *mut Value,
        args: &[Value],
        keywords: &Ref<Dict>,
        dst: *mut Value,
    ) -> R<bool> {
        let code = function_code(function);
        self.thaw(code);
        let params = code.code.params;
        let named = usize::from(params.positional + params.keyword_only);
        let known = &self.local_names(code)[usize::from(params.positional_only)..named];
        let mut all_others = params.double_star;
        let (mut n, mut at) = (0, 0);
        while let Some((place, name, _)) = keywords.next_entry(at) {
            let Some(name) = name.as_ref::<Str>().filter(|_| n < FEW_KEYWORDS) else {
                return Ok(false);
            };
            all_others &= known.iter().all(|known| known.as_str() != name.as_str());
            (n, at) = (n + 1, place + 1);
        }
        if all_others && keywords.header().count.get() == 1 {
            // All of it would go to the function's `**`, which gets this very dict.
            let count = args.len();
            self.lay_out(function, first, args, count)?;
            let extra = Some(Value::object(keywords.clone()));
            self.enter_laid_out(function, Window { first, count }, &[], extra, dst)?;
            return Ok(true);
        }
        let count = args.len() + n;
        self.lay_out(function, first, args, count)?;
        let mut names = [const { Value::UNDEF }; FEW_KEYWORDS];
        let mut at = 0;
        for (nth, place) in names.iter_mut().take(n).enumerate() {
            let (this, name, value) = keywords.next_entry(at).expect("it was counted");
            store(first.wrapping_add(args.len() + nth), value);
            (*place, at) = (name, this + 1);
        }
        self.enter_laid_out(function, Window { first, count }, &names[..n], None, dst)?;
        Ok(true)
    }

    /// Puts the arguments from `first` on, where there is room for `count` and for the frame.
    fn lay_out(
        &mut self,
        function: &Function,
        first: *mut Value,
        args: &[Value],
        count: usize,
    ) -> R<()> {
        let code = function_code(function);
        let room = count.max(usize::from(code.n_params)) + function.captures.len();
        if !(self.stack.has_frame() && code.n_regs.max(room as u16) <= QUICK) {
            self.check_stack(first, code.n_regs.max(room as u16))?;
        }
        for (at, value) in args.iter().enumerate() {
            store(first.wrapping_add(at), value.clone());
        }
        Ok(())
    }

    /// Calls a script function with what `lay_out` and its caller have put into the window. `extra` is the dict of its
    /// `**`, if the names do not say.
    fn enter_laid_out(
        &mut self,
        function: &Function,
        window: Window,
        names: &[Value],
        extra: Option<Value>,
        dst: *mut Value,
    ) -> R<()> {
        let code = function_code(function);
        let Window { first, count } = window;
        let filled = if names.is_empty() && usize::from(code.simple_argc.get()) == count {
            count
        } else {
            self.bind_window(function, code, window, names)?
        };
        if let Some(extra) = extra {
            store(first.wrapping_add(usize::from(code.n_params) - 1), extra);
        }
        if code.flow != Flow::Plain {
            let count = filled;
            self.finish_coroutine(function, Window { first, count }, dst);
            return Ok(());
        }
        self.push_callee(code, first, filled, dst, 0);
        Ok(())
    }
}
