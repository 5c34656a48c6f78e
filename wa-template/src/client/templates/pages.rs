//! Lists that come page by page.
//!
//! The platform's answers name the next page by a whole address, which holds the token. It is never used: the cursor
//! goes into a request like any other.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use reqwest::{Method, Url};
use serde_json::Value;

use crate::client::api::{Action, Api, ApiError, Call};
use crate::client::json;

/// So many pages without anything on them are taken for a filter at work; with more, the list has no end.
const EMPTY_PAGES: u32 = 100;

type Fetch = Pin<Box<dyn Future<Output = (Pages, Result<Page, ApiError>)> + Send>>;

/// The items of all pages of a list, which are asked for as they are needed.
///
/// It is a [`Stream`]; [`next`](Self::next) and [`all`](Self::all) do without one. After an error nothing more comes:
/// [`cursor`](Self::cursor) tells where a new list can go on.
pub struct Paged<T> {
    state: State,
    items: VecDeque<Value>,
    cursor: Option<String>,
    read: fn(Value) -> Option<T>,
}

enum State {
    /// There may be a next page.
    Ready(Box<Pages>),
    Fetching(Fetch),
    /// The list has ended, or cannot be read any further.
    Done,
    /// It cannot even be begun.
    Failed(ApiError),
}

/// Where the pages come from, and which ones have come.
struct Pages {
    api: Api,
    action: Action,
    url: Url,
    after: Option<String>,
    seen: HashSet<String>,
    empty: u32,
}

struct Page {
    items: Vec<Value>,
    /// Behind this cursor the next page begins; none on the last page.
    next: Option<String>,
}

impl<T> Paged<T> {
    /// The list at this address, behind the cursor if there is one.
    pub(super) fn new(
        api: &Api,
        action: Action,
        url: Result<Url, ApiError>,
        after: Option<String>,
        read: fn(Value) -> Option<T>,
    ) -> Self {
        let state = match url {
            Ok(url) => {
                let seen = after.iter().cloned().collect();
                State::Ready(Box::new(Pages {
                    api: api.clone(),
                    action,
                    url,
                    after: after.clone(),
                    seen,
                    empty: 0,
                }))
            }
            Err(error) => State::Failed(error),
        };
        Self { state, items: VecDeque::new(), cursor: after, read }
    }

    /// The next item; `None` at the end of the list.
    pub async fn next(&mut self) -> Option<Result<T, ApiError>> {
        std::future::poll_fn(|cx| self.poll_item(cx)).await
    }

    /// All further items.
    ///
    /// # Errors
    ///
    /// The first [`ApiError`]; what came before it is lost.
    pub async fn all(mut self) -> Result<Vec<T>, ApiError> {
        let mut all = Vec::new();
        while let Some(item) = self.next().await {
            all.push(item?);
        }
        Ok(all)
    }

    /// The cursor behind the last page that has come: a new list with it begins with the page that was missing.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        self.cursor.as_deref()
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, ApiError>>> {
        loop {
            while let Some(item) = self.items.pop_front() {
                // What is no object is no item.
                if let Some(item) = (self.read)(item) {
                    return Poll::Ready(Some(Ok(item)));
                }
            }
            match std::mem::replace(&mut self.state, State::Done) {
                State::Done => return Poll::Ready(None),
                State::Failed(error) => return Poll::Ready(Some(Err(error))),
                State::Ready(pages) => self.state = State::Fetching(Box::pin(pages.fetch())),
                State::Fetching(mut fetch) => {
                    let Poll::Ready((pages, page)) = fetch.as_mut().poll(cx) else {
                        self.state = State::Fetching(fetch);
                        return Poll::Pending;
                    };
                    let page = match page {
                        Ok(page) => page,
                        Err(error) => return Poll::Ready(Some(Err(error))),
                    };
                    self.items = page.items.into();
                    if let Some(next) = page.next {
                        self.cursor = Some(next);
                        self.state = State::Ready(Box::new(pages));
                    }
                }
            }
        }
    }
}

impl<T> Stream for Paged<T> {
    type Item = Result<T, ApiError>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = ready!(self.get_mut().poll_item(cx));
        Poll::Ready(item)
    }
}

impl Pages {
    async fn fetch(mut self: Box<Self>) -> (Self, Result<Page, ApiError>) {
        let page = self.page().await;
        (*self, page)
    }

    async fn page(&mut self) -> Result<Page, ApiError> {
        let call = Call::new(self.action, Method::GET, self.url.clone());
        let mut answer = self.api.json(call.query([("after", self.after.as_deref())])).await?;
        let Some(Value::Array(items)) = answer.get_mut("data").map(Value::take) else {
            return Err(ApiError::unclear(self.action, "the answer holds no list"));
        };
        let next = answer.get("paging").and_then(next_cursor);
        if let Some(next) = &next {
            self.check(next, items.is_empty())?;
        }
        self.after.clone_from(&next);
        Ok(Page { items, next })
    }

    /// A list that comes round again would never end.
    fn check(&mut self, next: &str, is_empty: bool) -> Result<(), ApiError> {
        if !self.seen.insert(next.to_owned()) {
            return Err(ApiError::unclear(self.action, "the list has no end: a cursor came a second time"));
        }
        self.empty = if is_empty { self.empty + 1 } else { 0 };
        if self.empty > EMPTY_PAGES {
            return Err(ApiError::unclear(self.action, "the list has no end: page after page is empty"));
        }
        Ok(())
    }
}

/// Where the next page begins. That there is one is said by its address alone: the last page has a cursor too.
fn next_cursor(paging: &Value) -> Option<String> {
    let next = paging.get("next")?.as_str()?;
    let told = paging.get("cursors").and_then(|cursors| json::text(cursors, "after"));
    told.map(String::from).or_else(|| {
        let next = Url::parse(next).ok()?;
        let (_, cursor) = next.query_pairs().find(|(key, _)| key == "after")?;
        Some(cursor.into_owned())
    })
}

impl<T> fmt::Debug for Paged<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Paged").field("items", &self.items.len()).finish_non_exhaustive()
    }
}
