//! Where code may wait: `await`, `yield` and the asynchronous forms.

use hoopsnake_grammar::Span;

use super::super::error::{Fallible, wrong};
use super::super::scope::ScopeKind;
use super::Collector;

impl Collector<'_> {
    pub(super) fn asynchronous(&mut self, span: Span, what: &str) -> Fallible {
        let kind = self.scope().kind;
        if kind == ScopeKind::TypeParams {
            let message = "await expression cannot be used within the definition of a generic";
            return wrong(span, message);
        }
        let top_level_await = self.top_level_await;
        let host = self.host();
        let allowed = match host.kind {
            ScopeKind::Function => host.is_async,
            ScopeKind::Generator => true,
            ScopeKind::Module => top_level_await,
            _ => false,
        };
        host.has_await = true;
        if allowed {
            return Ok(());
        }
        let host_kind = host.kind;
        if host_kind == ScopeKind::Annotations {
            let what = self.annotation_words();
            return wrong(
                span,
                format!("await expression cannot be used within {what}"),
            );
        }
        if kind == ScopeKind::Comprehension || what == "comprehension" {
            self.later(
                span,
                "asynchronous comprehension outside of an asynchronous function",
            );
        } else if what == "await" && matches!(host_kind, ScopeKind::Module | ScopeKind::Class) {
            self.later(span, "'await' outside function");
        } else {
            self.later(span, format!("'{what}' outside async function"));
        }
        Ok(())
    }

    /// What the scope of an annotation is called in messages.
    pub(super) fn annotation_words(&mut self) -> &'static str {
        match self.host().what {
            "" => "an annotation",
            what => what,
        }
    }

    pub(super) fn yields(&mut self, span: Span) -> Fallible {
        match self.scope().kind {
            ScopeKind::Function | ScopeKind::Lambda => {
                self.scope().has_yield = true;
                Ok(())
            }
            ScopeKind::Module | ScopeKind::Class => {
                self.later(span, "'yield' outside function");
                Ok(())
            }
            ScopeKind::Comprehension | ScopeKind::Generator => {
                let what = self.scope().what;
                wrong(span, format!("'yield' inside {what}"))
            }
            ScopeKind::Annotations => {
                let what = self.annotation_words();
                wrong(
                    span,
                    format!("yield expression cannot be used within {what}"),
                )
            }
            ScopeKind::TypeParams => wrong(
                span,
                "yield expression cannot be used within the definition of a generic",
            ),
        }
    }
}
