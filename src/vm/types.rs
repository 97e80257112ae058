//! The built-in classes of one session, each in a field.

use crate::heap::{Heap, Ref};
use crate::value::{Class, Layout, Str, Value, class_flags};

macro_rules! types {
    (root $object:ident; $( $field:ident = $name:literal, $base:ident, $layout:ident $(, $flag:ident)* ;)*) => {
        /// The built-in classes.
        pub(crate) struct Types {
            pub(crate) $object: Ref<Class>,
            $( pub(crate) $field: Ref<Class>, )*
        }

        impl Types {
            /// Makes them all. Methods come later (`builtins`).
            pub(crate) fn new(heap: &Heap, intern: &mut dyn FnMut(&str) -> Ref<Str>) -> Types {
                let $object = make(heap, intern("object"), None, Layout::Plain, class_flags::DEFAULT_EQ | class_flags::DEFAULT_HASH);
                $( let $field = make(heap, intern($name), Some(&$base), Layout::$layout, class_flags::BUILTIN $(| class_flags::$flag)*); )*
                $object.set_flag(class_flags::BUILTIN, true);
                Types { $object, $($field),* }
            }

            /// Every class with its name.
            pub(crate) fn each(&self, visit: &mut dyn FnMut(&'static str, &Ref<Class>)) {
                visit("object", &self.$object);
                $( visit($name, &self.$field); )*
            }
        }
    };
}

types! {
    root object;
    type_ = "type", object, Class;
    int = "int", object, Native;
    bool = "bool", int, Native, FINAL;
    float = "float", object, Native;
    complex = "complex", object, Native;
    str = "str", object, Native;
    bytes = "bytes", object, Native;
    bytearray = "bytearray", object, Native;
    memoryview = "memoryview", object, Opaque, FINAL, SEQUENCE;
    list = "list", object, Native, SEQUENCE;
    tuple = "tuple", object, Native, SEQUENCE;
    dict = "dict", object, Native, MAPPING;
    set = "set", object, Native;
    frozenset = "frozenset", object, Native;
    range = "range", object, Native, FINAL, SEQUENCE;
    slice = "slice", object, Native, FINAL;
    function = "function", object, Native, FINAL;
    method = "method", object, Native, FINAL;
    builtin = "builtin_function_or_method", object, Native, FINAL;
    method_descriptor = "method_descriptor", object, Native, FINAL;
    method_wrapper = "method-wrapper", object, Native, FINAL;
    wrapper_descriptor = "wrapper_descriptor", object, Native, FINAL;
    module = "module", object, Module;
    cell = "cell", object, Native, FINAL;
    code = "code", object, Native, FINAL;
    generator = "generator", object, Native, FINAL;
    coroutine = "coroutine", object, Native, FINAL;
    async_generator = "async_generator", object, Native, FINAL;
    async_generator_asend = "async_generator_asend", object, Opaque, FINAL;
    coroutine_wrapper = "coroutine_wrapper", object, Opaque, FINAL;
    none_type = "NoneType", object, Native, FINAL;
    ellipsis_type = "ellipsis", object, Native, FINAL;
    not_implemented_type = "NotImplementedType", object, Native, FINAL;
    property = "property", object, Opaque;
    classmethod = "classmethod", object, Opaque;
    staticmethod = "staticmethod", object, Opaque;
    super_ = "super", object, Opaque;
    getset_descriptor = "getset_descriptor", object, Opaque, FINAL;
    member_descriptor = "member_descriptor", object, Opaque, FINAL;
    mappingproxy = "mappingproxy", object, Opaque, FINAL, MAPPING;
    generic_alias = "GenericAlias", object, Opaque;
    union_type = "UnionType", object, Opaque, FINAL;
    traceback = "traceback", object, Opaque, FINAL;
    frame = "frame", object, Opaque, FINAL;
    weakref = "ReferenceType", object, Native;
    list_iterator = "list_iterator", object, Native, FINAL;
    list_reverseiterator = "list_reverseiterator", object, Native, FINAL;
    tuple_iterator = "tuple_iterator", object, Native, FINAL;
    str_iterator = "str_iterator", object, Native, FINAL;
    str_ascii_iterator = "str_ascii_iterator", object, Native, FINAL;
    bytes_iterator = "bytes_iterator", object, Native, FINAL;
    bytearray_iterator = "bytearray_iterator", object, Native, FINAL;
    range_iterator = "range_iterator", object, Native, FINAL;
    longrange_iterator = "longrange_iterator", object, Native, FINAL;
    set_iterator = "set_iterator", object, Native, FINAL;
    dict_keyiterator = "dict_keyiterator", object, Native, FINAL;
    dict_valueiterator = "dict_valueiterator", object, Native, FINAL;
    dict_itemiterator = "dict_itemiterator", object, Native, FINAL;
    dict_reversekeyiterator = "dict_reversekeyiterator", object, Native, FINAL;
    dict_reversevalueiterator = "dict_reversevalueiterator", object, Native, FINAL;
    dict_reverseitemiterator = "dict_reverseitemiterator", object, Native, FINAL;
    callable_iterator = "callable_iterator", object, Native, FINAL;
    iterator = "iterator", object, Native, FINAL;
    dict_keys = "dict_keys", object, Opaque, FINAL;
    dict_values = "dict_values", object, Opaque, FINAL;
    dict_items = "dict_items", object, Opaque, FINAL;
    enumerate = "enumerate", object, Native;
    zip = "zip", object, Native;
    map = "map", object, Native;
    filter = "filter", object, Native;
    reversed = "reversed", object, Native;
    base_exception = "BaseException", object, Exception;
    exception = "Exception", base_exception, Exception;
    base_exception_group = "BaseExceptionGroup", base_exception, Exception;
    generator_exit = "GeneratorExit", base_exception, Exception;
    keyboard_interrupt = "KeyboardInterrupt", base_exception, Exception;
    system_exit = "SystemExit", base_exception, Exception;
    arithmetic_error = "ArithmeticError", exception, Exception;
    floating_point_error = "FloatingPointError", arithmetic_error, Exception;
    overflow_error = "OverflowError", arithmetic_error, Exception;
    zero_division_error = "ZeroDivisionError", arithmetic_error, Exception;
    assertion_error = "AssertionError", exception, Exception;
    attribute_error = "AttributeError", exception, Exception;
    buffer_error = "BufferError", exception, Exception;
    eof_error = "EOFError", exception, Exception;
    import_error = "ImportError", exception, Exception;
    module_not_found_error = "ModuleNotFoundError", import_error, Exception;
    lookup_error = "LookupError", exception, Exception;
    index_error = "IndexError", lookup_error, Exception;
    key_error = "KeyError", lookup_error, Exception;
    memory_error = "MemoryError", exception, Exception;
    name_error = "NameError", exception, Exception;
    unbound_local_error = "UnboundLocalError", name_error, Exception;
    os_error = "OSError", exception, Exception;
    blocking_io_error = "BlockingIOError", os_error, Exception;
    child_process_error = "ChildProcessError", os_error, Exception;
    connection_error = "ConnectionError", os_error, Exception;
    broken_pipe_error = "BrokenPipeError", connection_error, Exception;
    connection_aborted_error = "ConnectionAbortedError", connection_error, Exception;
    connection_refused_error = "ConnectionRefusedError", connection_error, Exception;
    connection_reset_error = "ConnectionResetError", connection_error, Exception;
    file_exists_error = "FileExistsError", os_error, Exception;
    file_not_found_error = "FileNotFoundError", os_error, Exception;
    interrupted_error = "InterruptedError", os_error, Exception;
    is_a_directory_error = "IsADirectoryError", os_error, Exception;
    not_a_directory_error = "NotADirectoryError", os_error, Exception;
    permission_error = "PermissionError", os_error, Exception;
    process_lookup_error = "ProcessLookupError", os_error, Exception;
    timeout_error = "TimeoutError", os_error, Exception;
    reference_error = "ReferenceError", exception, Exception;
    runtime_error = "RuntimeError", exception, Exception;
    not_implemented_error = "NotImplementedError", runtime_error, Exception;
    recursion_error = "RecursionError", runtime_error, Exception;
    stop_iteration = "StopIteration", exception, Exception;
    stop_async_iteration = "StopAsyncIteration", exception, Exception;
    syntax_error = "SyntaxError", exception, Exception;
    indentation_error = "IndentationError", syntax_error, Exception;
    tab_error = "TabError", indentation_error, Exception;
    system_error = "SystemError", exception, Exception;
    type_error = "TypeError", exception, Exception;
    value_error = "ValueError", exception, Exception;
    unicode_error = "UnicodeError", value_error, Exception;
    unicode_decode_error = "UnicodeDecodeError", unicode_error, Exception;
    unicode_encode_error = "UnicodeEncodeError", unicode_error, Exception;
    unicode_translate_error = "UnicodeTranslateError", unicode_error, Exception;
    warning = "Warning", exception, Exception;
    bytes_warning = "BytesWarning", warning, Exception;
    deprecation_warning = "DeprecationWarning", warning, Exception;
    encoding_warning = "EncodingWarning", warning, Exception;
    future_warning = "FutureWarning", warning, Exception;
    import_warning = "ImportWarning", warning, Exception;
    pending_deprecation_warning = "PendingDeprecationWarning", warning, Exception;
    resource_warning = "ResourceWarning", warning, Exception;
    runtime_warning = "RuntimeWarning", warning, Exception;
    syntax_warning = "SyntaxWarning", warning, Exception;
    unicode_warning = "UnicodeWarning", warning, Exception;
    user_warning = "UserWarning", warning, Exception;
}

fn make(
    heap: &Heap,
    name: Ref<Str>,
    base: Option<&Ref<Class>>,
    layout: Layout,
    flags: u32,
) -> Ref<Class> {
    let bases: Vec<Value> = base
        .iter()
        .map(|base| Value::object((*base).clone()))
        .collect();
    let class = heap.alloc(Class::new(
        name,
        heap.new_dict(),
        heap.new_tuple(bases),
        Value::NONE,
        layout,
        flags,
    ));
    let mut mro = vec![Value::object(class.clone())];
    if let Some(base) = base {
        mro.extend_from_slice(base.mro.get().items());
    }
    if flags & class_flags::BUILTIN != 0 && !matches!(layout, Layout::Native) {
        class.set_flag(class_flags::DEFAULT_EQ | class_flags::DEFAULT_HASH, true);
    }
    class.mro.set(heap.new_tuple(mro));
    class
}
