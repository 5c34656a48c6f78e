//! Starting, stopping, and many at once.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::thread;
use std::time::{Duration, Instant};

use wa_template_emulator::{Accepted, Emulator, Refused, TapError};

use crate::http::{CLOUD, connect, send};
use crate::samples::{emulator, poster, poster_send, tour, tour_send};

#[test]
fn two_emulators_know_nothing_of_each_other() {
    let first = Emulator::start().unwrap();
    let second = Emulator::start().unwrap();
    assert_ne!(first.base_url(), second.base_url());
    first.add(tour());
    second.add(poster());
    assert_eq!(send(&first, CLOUD, &tour_send()).status, 200);
    assert_eq!(send(&second, CLOUD, &tour_send()).status, 404);
    assert_eq!(send(&second, CLOUD, &poster_send()).status, 200);
    assert_eq!(first.accepted().len(), 1);
    assert_eq!(second.accepted()[0].template_name(), "poster");
}

#[test]
fn messages_of_many_threads_each_get_their_own_id() {
    let emulator = emulator();
    let ids: Vec<String> = thread::scope(|scope| {
        let send_some = || {
            let sends =
                (0..10).map(|_| send(&emulator, CLOUD, &tour_send()).text("/messages/0/id").to_owned());
            sends.collect::<Vec<_>>()
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(send_some)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(ids.len(), 80);
    let answered: BTreeSet<_> = ids.into_iter().collect();
    assert_eq!(answered.len(), 80);
    let accepted = emulator.accepted();
    let remembered: BTreeSet<_> = accepted.iter().map(|accepted| accepted.id().to_owned()).collect();
    assert_eq!(answered, remembered);
}

#[test]
fn a_dropped_emulator_closes_its_connections() {
    let emulator = emulator();
    let mut open = connect(&emulator);
    drop(emulator);
    // Whether the end is orderly is the operating system's affair. The port itself may be another test's by now.
    assert!(matches!(open.read(&mut [0; 1]), Ok(0) | Err(_)));
}

#[test]
fn a_taken_port_is_an_error() {
    let emulator = Emulator::start().unwrap();
    let port = emulator.base_url().rsplit_once(':').unwrap().1.parse().unwrap();
    assert!(Emulator::builder().port(port).start().is_err());
}

#[test]
fn clients_that_never_finish_do_not_keep_it_alive() {
    let emulator = emulator();
    let silent = connect(&emulator);
    let mut broken = connect(&emulator);
    broken
        .write_all(b"POST /v1/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"to\":")
        .unwrap();
    let mut idle = connect(&emulator);
    idle.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    assert!(idle.read(&mut [0; 1]).unwrap() > 0);
    let start = Instant::now();
    drop(emulator);
    assert!(start.elapsed() < Duration::from_secs(10));
    drop((silent, broken, idle));
}

#[tokio::test]
async fn it_can_be_used_and_dropped_inside_an_asynchronous_test() {
    let emulator = emulator();
    // It answers although this blocks the only thread of the test's runtime.
    assert_eq!(send(&emulator, CLOUD, &tour_send()).status, 200);
    let open = connect(&emulator);
    let start = Instant::now();
    drop(emulator);
    assert!(start.elapsed() < Duration::from_secs(10));
    drop(open);

    let port = tokio::task::spawn_blocking(|| Emulator::start().map(|emulator| emulator.base_url()));
    assert!(port.await.unwrap().is_ok());
}

#[tokio::test]
async fn failing_to_start_inside_an_asynchronous_test_is_an_error_too() {
    let emulator = Emulator::start().unwrap();
    let port = emulator.base_url().rsplit_once(':').unwrap().1.parse().unwrap();
    assert!(Emulator::builder().port(port).start().is_err());
}

#[test]
fn everything_can_be_shared_between_threads() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Emulator>();
    check::<Accepted>();
    check::<Refused>();
    check::<TapError>();
}
