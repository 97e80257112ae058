//! Binding arguments to parameters, with CPython's error wording.

use super::{R, Raised, Vm};
use crate::heap::Ref;
use crate::value::{CodeObject, Dict, Function, Str, Tuple, Value};

/// The defaults of the last of so many parameters. A script may have given a function more: the last of them count.
pub(super) fn last_defaults(defaults: &Value, parameters: usize) -> &[Value] {
    let all = defaults
        .as_ref::<Tuple>()
        .map_or(&[][..], |tuple| tuple.items());
    &all[all.len().saturating_sub(parameters)..]
}

impl Vm {
    /// The values of the first registers of a call: parameters, then captured cells.
    ///
    /// `args` are moved in; `keywords` as given.
    pub(super) fn bind(
        &mut self,
        function: &Function,
        args: Vec<Value>,
        keywords: Vec<(Ref<Str>, Value)>,
    ) -> R<Vec<Value>> {
        let code = function.code.get();
        self.thaw(&code);
        let params = code.code.params;
        let positional = usize::from(params.positional);
        let named = positional + usize::from(params.keyword_only);
        let total = usize::from(params.total());
        let given = args.len();
        let only_positional = total == positional && given <= positional;
        if keywords.is_empty() && only_positional {
            let defaults = function.defaults.get();
            let defaults = last_defaults(&defaults, positional);
            // By far the most common call that needs binding: some arguments are left to their defaults.
            if let Some(first) = defaults.len().checked_sub(positional - given) {
                let mut bound = args;
                bound.reserve_exact(positional - given + function.captures.len());
                bound.extend_from_slice(&defaults[first..]);
                bound.extend(function.captures.iter().cloned());
                return Ok(bound);
            }
        }
        let mut bound =
            Vec::with_capacity(usize::from(code.n_locals).max(total + function.captures.len()));
        let mut args = args.into_iter();
        bound.extend(args.by_ref().take(positional));
        bound.resize(total, Value::UNDEF);
        let extra: Vec<Value> = args.collect();
        let n_extra = extra.len();
        if params.star {
            bound[named] = Value::object(self.heap.new_tuple(extra));
        }
        let kwargs = if params.double_star {
            Some(self.heap.new_dict())
        } else {
            None
        };
        if !keywords.is_empty() {
            self.bind_keywords(function, &code, keywords, &mut bound, kwargs.as_ref())?;
        }
        if let Some(kwargs) = kwargs {
            bound[total - 1] = Value::object(kwargs);
        }
        if n_extra > 0 && !params.star {
            return Err(self.too_many_positional(function, &code, given, &bound));
        }
        if bound[..positional.min(total)].iter().any(Value::is_undef) {
            let defaults = function.defaults.get();
            let defaults = last_defaults(&defaults, positional);
            let first = positional - defaults.len();
            for (place, default) in bound[first..positional].iter_mut().zip(defaults) {
                if place.is_undef() {
                    *place = default.clone();
                }
            }
            if bound[..positional].iter().any(Value::is_undef) {
                return Err(self.missing(function, &code, &bound, 0, positional, "positional"));
            }
        }
        if params.keyword_only > 0 && bound[positional..named].iter().any(Value::is_undef) {
            let names = self.local_names(&code);
            if let Some(defaults) = function.kw_defaults.get().as_ref::<Dict>() {
                for at in positional..named {
                    if bound[at].is_undef()
                        && let Some(value) = defaults.get_str(&names[at])
                    {
                        bound[at] = value;
                    }
                }
            }
            if bound[positional..named].iter().any(Value::is_undef) {
                return Err(self.missing(
                    function,
                    &code,
                    &bound,
                    positional,
                    named,
                    "keyword-only",
                ));
            }
        }
        bound.extend(function.captures.iter().cloned());
        Ok(bound)
    }

    fn bind_keywords(
        &mut self,
        function: &Function,
        code: &Ref<CodeObject>,
        keywords: Vec<(Ref<Str>, Value)>,
        bound: &mut [Value],
        kwargs: Option<&Ref<Dict>>,
    ) -> R<()> {
        let params = code.code.params;
        let named = usize::from(params.positional) + usize::from(params.keyword_only);
        let first = usize::from(params.positional_only);
        let names = self.local_names(code);
        let given: Vec<Ref<Str>> = match kwargs {
            None if first > 0 => keywords.iter().map(|(name, _)| name.clone()).collect(),
            _ => Vec::new(),
        };
        for (name, value) in keywords {
            let at = (first..named)
                .find(|&at| names[at].is(&name) || names[at].as_str() == name.as_str());
            if let Some(at) = at {
                if !bound[at].is_undef() {
                    let qualname = self.function_qualname(function);
                    return Err(self.type_error(format!(
                        "{qualname}() got multiple values for argument '{}'",
                        name.as_str()
                    )));
                }
                bound[at] = value;
                continue;
            }
            if let Some(kwargs) = kwargs {
                kwargs.set_str(&name, value);
                continue;
            }
            return Err(self.unexpected_keyword(function, code, &name, &given));
        }
        Ok(())
    }

    #[cold]
    fn unexpected_keyword(
        &mut self,
        function: &Function,
        code: &Ref<CodeObject>,
        name: &Ref<Str>,
        given: &[Ref<Str>],
    ) -> Raised {
        let params = code.code.params;
        let qualname = self.function_qualname(function);
        let names = self.local_names(code);
        let positional_only = &names[..usize::from(params.positional_only)];
        let misplaced: Vec<&str> = positional_only
            .iter()
            .map(|other| other.as_str())
            .filter(|other| given.iter().any(|name| name.as_str() == *other))
            .collect();
        if !misplaced.is_empty() {
            return self.type_error(format!(
                "{qualname}() got some positional-only arguments passed as keyword arguments: '{}'",
                misplaced.join(", ")
            ));
        }
        self.type_error(format!(
            "{qualname}() got an unexpected keyword argument '{}'",
            name.as_str()
        ))
    }

    #[cold]
    fn too_many_positional(
        &mut self,
        function: &Function,
        code: &Ref<CodeObject>,
        given: usize,
        bound: &[Value],
    ) -> Raised {
        let params = code.code.params;
        let qualname = self.function_qualname(function);
        let positional = usize::from(params.positional);
        let defaults = function.defaults.get();
        let n_defaults = defaults.as_ref::<Tuple>().map_or(0, |tuple| tuple.len());
        let takes = if n_defaults > 0 {
            format!("from {} to {positional}", positional - n_defaults)
        } else {
            positional.to_string()
        };
        let plural = if positional == 1 && n_defaults == 0 {
            ""
        } else {
            "s"
        };
        let keyword_only = &bound[positional..positional + usize::from(params.keyword_only)];
        let n_keywords = keyword_only
            .iter()
            .filter(|value| !value.is_undef())
            .count();
        let were = if n_keywords > 0 {
            let (s, ks) = (
                if given == 1 { "" } else { "s" },
                if n_keywords == 1 { "" } else { "s" },
            );
            format!(
                "{given} positional argument{s} (and {n_keywords} keyword-only argument{ks}) were"
            )
        } else if given == 1 {
            "1 was".to_string()
        } else {
            format!("{given} were")
        };
        self.type_error(format!(
            "{qualname}() takes {takes} positional argument{plural} but {were} given"
        ))
    }

    #[cold]
    fn missing(
        &mut self,
        function: &Function,
        code: &Ref<CodeObject>,
        bound: &[Value],
        from: usize,
        to: usize,
        kind: &str,
    ) -> Raised {
        let qualname = self.function_qualname(function);
        let names = self.local_names(code);
        let missing: Vec<String> = (from..to)
            .filter(|&at| bound[at].is_undef())
            .map(|at| format!("'{}'", names[at].as_str()))
            .collect();
        let list = match missing.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [first @ .., last] => format!("{}, and {last}", first.join(", ")),
            [] => String::new(),
        };
        let s = if missing.len() == 1 { "" } else { "s" };
        self.type_error(format!(
            "{qualname}() missing {} required {kind} argument{s}: {list}",
            missing.len()
        ))
    }

    /// The qualified name of a function, as messages show it.
    pub(crate) fn function_qualname(&self, function: &Function) -> String {
        if let Some(extra) = function.extra.get()
            && let Some(name) = extra.qualname.as_ref::<Str>()
        {
            return name.as_str().to_string();
        }
        function.code.get().code.qualname.to_string()
    }
}
