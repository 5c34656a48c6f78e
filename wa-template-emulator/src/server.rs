//! The thread that listens.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{Method, Uri};
use axum::routing::{get, post};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

use crate::account::Account;
use crate::{cloud, files, management, node, on_premises, unknown};

/// How long an answer that is being written may still take once the server stops.
const GRACE: Duration = Duration::from_millis(500);

/// A running server; dropping it stops it.
pub(crate) struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens on this port of 127.0.0.1; 0 takes a free one.
    pub(crate) fn start(account: Arc<Account>, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let (report, reported) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("wa-template-emulator".to_owned())
            .spawn(move || run(listener, account, &report, stopped))?;
        let server = Self { address, stop: Some(stop), thread: Some(thread) };
        match reported.recv() {
            Ok(started) => started.map(|()| server),
            Err(_) => Err(io::Error::other("the thread of the emulator ended before it listened")),
        }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A receiver that is gone has stopped already.
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic of that thread has been printed by it; another one here would abort the test.
            let _ = thread.join();
        }
    }
}

/// The runtime is made, used and dropped on this thread only: inside somebody else's asynchronous context it could be
/// neither blocked on nor dropped.
fn run(
    listener: TcpListener,
    account: Arc<Account>,
    report: &mpsc::Sender<io::Result<()>>,
    stopped: oneshot::Receiver<()>,
) {
    match prepare(listener) {
        Ok((runtime, listener)) => {
            let _ = report.send(Ok(()));
            runtime.block_on(serve(listener, account, stopped));
        }
        Err(error) => {
            let _ = report.send(Err(error));
        }
    }
}

fn prepare(listener: TcpListener) -> io::Result<(Runtime, tokio::net::TcpListener)> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let entered = runtime.enter();
    let listener = tokio::net::TcpListener::from_std(listener)?;
    drop(entered);
    Ok((runtime, listener))
}

async fn serve(listener: tokio::net::TcpListener, account: Arc<Account>, stopped: oneshot::Receiver<()>) {
    let (close, closing) = oneshot::channel::<()>();
    let server = axum::serve(listener, router(account)).with_graceful_shutdown(async {
        let _ = closing.await;
    });
    let server = tokio::spawn(server.into_future());
    let _ = stopped.await;
    drop(close);
    // Without a limit, a client that never finishes its request would keep the test from ending.
    let _ = tokio::time::timeout(GRACE, server).await;
}

fn router(account: Arc<Account>) -> Router {
    let unknown = |method: Method, uri: Uri| std::future::ready(unknown::answer(&method, &uri));
    Router::new()
        .route("/{version}/{phone_number_id}/messages", post(cloud::send))
        .route("/{version}/{phone_number_id}/marketing_messages", post(cloud::send_marketing))
        .route("/v1/messages", post(on_premises::send))
        .route(
            "/{version}/{account_id}/message_templates",
            get(management::list).post(management::create).delete(management::delete),
        )
        .route("/{version}/{account_id}/upsert_message_templates", post(management::upsert))
        .route("/{version}/{template_id}/unpause", post(management::unpause))
        .route("/{account_id}/message_templates/archive", post(management::archive))
        .route("/{account_id}/message_templates/unarchive", post(management::unarchive))
        .route("/{version}/{phone_number_id}/media", post(files::media::upload))
        .route("/{version}/{app_id}/uploads", post(files::sample::start))
        .route("/emulator/files/{media_id}", get(files::media::content))
        .route("/{version}/{node_id}", get(node::get).post(node::post).delete(node::delete))
        .layer(DefaultBodyLimit::disable())
        .fallback(unknown)
        .method_not_allowed_fallback(unknown)
        .with_state(account)
}
