//! `time`: clocks, sleeping, and calendar time in UTC.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rustix::time::{ClockId, clock_gettime};

use crate::heap::Ref;
use crate::value::{Class, Dict, Tuple, Value};
use crate::vm::{Def, Outcome, R, Vm, blocks, def};

use super::NativeModule;
use super::held::{missing, put, put_class};
use super::import::import_dotted;
use super::strftime;
use super::structseq;
use super::threads;

/// When the clocks of this session began, and the class of calendar times.
struct Clocks {
    start: Instant,
    struct_time: Option<Ref<Class>>,
}

impl Default for Clocks {
    fn default() -> Clocks {
        Clocks {
            start: Instant::now(),
            struct_time: None,
        }
    }
}

fn since_epoch() -> Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}

fn nanoseconds(duration: Duration) -> Value {
    Value::int(i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX))
}

fn time(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::float(since_epoch().as_secs_f64()))
}

fn time_ns(_: &mut Vm, _: &[Value]) -> R {
    Ok(nanoseconds(since_epoch()))
}

fn elapsed(vm: &mut Vm) -> Duration {
    vm.state::<Clocks>().start.elapsed() + Duration::from_secs(1)
}

fn monotonic(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::float(elapsed(vm).as_secs_f64()))
}

fn monotonic_ns(vm: &mut Vm, _: &[Value]) -> R {
    Ok(nanoseconds(elapsed(vm)))
}

/// Time on the processor, of the process or of this thread.
fn processor(clock: ClockId) -> Duration {
    Duration::try_from(clock_gettime(clock)).unwrap_or_default()
}

fn process_time(_: &mut Vm, _: &[Value]) -> R {
    let spent = processor(ClockId::ProcessCPUTime);
    Ok(Value::float(spent.as_secs_f64()))
}

fn process_time_ns(_: &mut Vm, _: &[Value]) -> R {
    Ok(nanoseconds(processor(ClockId::ProcessCPUTime)))
}

fn thread_time(_: &mut Vm, _: &[Value]) -> R {
    let spent = processor(ClockId::ThreadCPUTime);
    Ok(Value::float(spent.as_secs_f64()))
}

fn thread_time_ns(_: &mut Vm, _: &[Value]) -> R {
    Ok(nanoseconds(processor(ClockId::ThreadCPUTime)))
}

fn sleep(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let seconds = if vm.plain(&args[0]).is_float() {
        vm.to_f64(&args[0])?
    } else {
        let whole = vm.index_value(&args[0])?;
        vm.to_f64(&whole)?
    };
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    let Ok(length) = Duration::try_from_secs_f64(seconds) else {
        return Err(vm.overflow_error("timestamp out of range for platform time_t"));
    };
    if threads::exist(vm) {
        return Ok(Outcome::Wait(threads::nap(length)));
    }
    vm.flush_stdout()?;
    let start = Instant::now();
    loop {
        let left = length.saturating_sub(start.elapsed());
        if left.is_zero() {
            return Ok(Outcome::Done(Value::NONE));
        }
        std::thread::sleep(left.min(Duration::from_millis(20)));
        // An interrupt or a deadline ends the sleep.
        if vm.interrupt.load(std::sync::atomic::Ordering::Relaxed) || !left.is_zero() {
            vm.budget = 0;
            vm.tick()?;
        }
    }
}

/// A moment of the calendar.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
    /// Monday is 0.
    pub(super) weekday: i64,
    /// From 1.
    pub(super) yearday: i64,
    dst: i64,
}

/// Days since 1970-01-01 of a date of the Gregorian calendar.
pub(super) fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn moment_of(seconds: i64) -> Moment {
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 {
        month_index + 3
    } else {
        month_index - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Moment {
        year,
        month,
        day,
        hour: rest / 3600,
        minute: rest / 60 % 60,
        second: rest % 60,
        weekday: (days + 3).rem_euclid(7),
        yearday: days - days_of(year, 1, 1) + 1,
        dst: 0,
    }
}

fn struct_time(vm: &mut Vm, moment: Moment) -> R {
    let Moment {
        year,
        month,
        day,
        hour,
        minute,
        second,
        weekday,
        yearday,
        dst,
    } = moment;
    let values = [
        year, month, day, hour, minute, second, weekday, yearday, dst,
    ]
    .map(Value::int)
    .to_vec();
    match vm.state::<Clocks>().struct_time.clone() {
        Some(class) => Ok(structseq::instance(vm, &class, values)),
        None => Ok(Value::object(vm.heap.new_tuple(values))),
    }
}

fn moment_arg(vm: &mut Vm, value: &Value, caller: &str) -> R<Moment> {
    if missing(value) {
        return Ok(moment_of(since_epoch().as_secs() as i64));
    }
    let Some(tuple) = vm.cast::<Tuple>(value) else {
        return Err(vm.type_error("Tuple or struct_time argument required"));
    };
    if tuple.len() != 9 {
        return Err(vm.type_error(format!("{caller}(): illegal time tuple argument")));
    }
    let mut parts = [0; 9];
    for (part, item) in parts.iter_mut().zip(tuple.items()) {
        *part = vm.index(item)?;
        if *part > i64::from(i32::MAX) {
            return Err(vm.overflow_error("signed integer is greater than maximum"));
        }
        if *part < i64::from(i32::MIN) {
            return Err(vm.overflow_error("signed integer is less than minimum"));
        }
    }
    let [
        year,
        month,
        day,
        hour,
        minute,
        second,
        weekday,
        yearday,
        dst,
    ] = parts;
    let checks = [
        (month, 0, 12, "month"),
        (day, 0, 31, "day of month"),
        (hour, 0, 23, "hour"),
        (minute, 0, 59, "minute"),
        (second, 0, 61, "seconds"),
        (yearday, 0, 366, "day of year"),
    ];
    for (value, low, high, name) in checks {
        if !(low..=high).contains(&value) {
            return Err(vm.value_error(format!("{name} out of range")));
        }
    }
    // One below Monday is Sunday, as in the C library.
    if weekday < -1 {
        return Err(vm.value_error("day of week out of range"));
    }
    let (month, day, yearday) = (month.max(1), day.max(1), yearday.max(1));
    Ok(Moment {
        year,
        month,
        day,
        hour,
        minute,
        second,
        weekday: weekday.rem_euclid(7),
        yearday,
        dst,
    })
}

fn seconds_arg(vm: &mut Vm, value: &Value) -> R<i64> {
    if missing(value) {
        return Ok(since_epoch().as_secs() as i64);
    }
    if !value.is_float() {
        let seconds = vm.index_value(value)?;
        return match seconds.as_int() {
            Some(seconds) if seconds.abs() < 67_000_000_000_000_000 => Ok(seconds),
            _ => Err(vm.overflow_error("timestamp out of range for platform time_t")),
        };
    }
    let seconds = vm.to_f64(value)?;
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if seconds.abs() > 6.7e16 {
        return Err(vm.overflow_error("timestamp out of range for platform time_t"));
    }
    Ok(seconds.floor() as i64)
}

fn gmtime(vm: &mut Vm, args: &[Value]) -> R {
    let seconds = seconds_arg(vm, &args[0])?;
    struct_time(vm, moment_of(seconds))
}

fn mktime(vm: &mut Vm, args: &[Value]) -> R {
    let m = moment_arg(vm, &args[0], "mktime")?;
    let days = days_of(m.year, m.month, m.day);
    Ok(Value::float(
        (days * 86_400 + m.hour * 3600 + m.minute * 60 + m.second) as f64,
    ))
}

pub(super) const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn asctime_text(m: &Moment) -> String {
    let (day, month) = (
        &DAYS[m.weekday as usize][..3],
        &MONTHS[m.month as usize - 1][..3],
    );
    format!(
        "{day} {month} {:2} {:02}:{:02}:{:02} {}",
        m.day, m.hour, m.minute, m.second, m.year
    )
}

fn asctime(vm: &mut Vm, args: &[Value]) -> R {
    let moment = moment_arg(vm, &args[0], "asctime")?;
    Ok(vm.new_str(&asctime_text(&moment)))
}

fn ctime(vm: &mut Vm, args: &[Value]) -> R {
    let seconds = seconds_arg(vm, &args[0])?;
    Ok(vm.new_str(&asctime_text(&moment_of(seconds))))
}

fn strftime(vm: &mut Vm, args: &[Value]) -> R {
    let format = vm.expect_str(&args[0], "strftime() argument 1")?;
    let moment = moment_arg(vm, &args[1], "strftime")?;
    let out = strftime::formatted(format.as_str(), &moment);
    Ok(vm.new_str(&out))
}

fn strptime(vm: &mut Vm, args: &[Value]) -> R {
    let module = import_dotted(vm, "_strptime")?;
    let reader = vm.get_attr_str(&module, "_strptime_time")?;
    let given = if missing(&args[1]) { 1 } else { 2 };
    vm.call(&reader, &args[..given])
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let fields = [
        "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
        "tm_isdst",
    ];
    let class = structseq::make(vm, "struct_time", "time", &fields);
    put_class(globals, &class);
    vm.state::<Clocks>().struct_time = Some(class);
    for name in ["timezone", "altzone", "daylight"] {
        put(vm, globals, name, Value::int(0));
    }
    let utc = vm.new_str("UTC");
    let names = Value::object(vm.heap.new_tuple(vec![utc.clone(), utc]));
    put(vm, globals, "tzname", names);
    Ok(())
}

const FUNCTIONS: &[Def] = &[
    def("time", time, ""),
    def("time_ns", time_ns, ""),
    def("monotonic", monotonic, ""),
    def("monotonic_ns", monotonic_ns, ""),
    def("perf_counter", monotonic, ""),
    def("perf_counter_ns", monotonic_ns, ""),
    def("process_time", process_time, ""),
    def("process_time_ns", process_time_ns, ""),
    def("thread_time", thread_time, ""),
    def("thread_time_ns", thread_time_ns, ""),
    def("sleep", blocks, "seconds, /").blocking(sleep),
    def("gmtime", gmtime, "seconds=None, /"),
    def("localtime", gmtime, "seconds=None, /"),
    def("mktime", mktime, "tuple, /"),
    def("asctime", asctime, "tuple=None, /"),
    def("ctime", ctime, "seconds=None, /"),
    def("strftime", strftime, "format, tuple=None, /"),
    def(
        "strptime",
        strptime,
        "string, format='%a %b %d %H:%M:%S %Y', /",
    ),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "time",
    functions: FUNCTIONS,
    setup: Some(setup),
};
