//! An event in a few words: its kind, the platform's words and codes in it, and which parts are there.

use std::fmt::Debug;

use wa_template::webhook::{ErrorObject, Event, IncomingMessage, MessagingLimit, Sender, Status};

/// The kind of the event and what is typed in it.
pub(crate) fn summary(event: &Event) -> String {
    let (kind, facts) = match event {
        Event::Status(status) => ("status", of_status(status)),
        Event::Error(report) => ("error", of_errors(std::slice::from_ref(report.error()))),
        Event::UserPreference(preference) => {
            let category = preference.category().map_or("", |category| category.as_str());
            let facts = [
                preference.value().as_str().to_owned(),
                category.to_owned(),
                of_sender(preference.customer()),
            ];
            ("preference", joined(facts))
        }
        Event::UserIdUpdate(update) => {
            let has =
                update.previous_user_id().zip(update.current_user_id()).is_some_and(|(old, new)| old != new);
            ("user-id", joined([flag("changed", has), of_sender(update.customer())]))
        }
        Event::Other(other) => ("other", other.field().unwrap_or_default().to_owned()),
        _ => match event.message() {
            Some(message) => ("message", joined([of_content(event), of_message(message)])),
            None => ("report", of_report(event)),
        },
    };
    joined([kind.to_owned(), facts])
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn flag(word: &str, is_set: bool) -> String {
    if is_set { word.to_owned() } else { String::new() }
}

fn of_errors(errors: &[ErrorObject]) -> String {
    let error = |error: &ErrorObject| {
        let code = error.code().map_or_else(|| "?".to_owned(), |code| code.to_string());
        format!("{code}{}{}", debug("/", error.class()), flag("+details", error.details().is_some()))
    };
    errors.iter().map(error).collect::<Vec<_>>().join(" ")
}

fn debug(before: &str, value: Option<impl Debug>) -> String {
    value.map(|value| format!("{before}{value:?}")).unwrap_or_default().replace('"', "")
}

fn of_sender(sender: &Sender) -> String {
    joined([
        flag("number", sender.wa_id().is_some()),
        flag("user", sender.user_id().is_some()),
        flag("parent", sender.parent_user_id().is_some()),
        flag("name", sender.name().is_some()),
        flag("username", sender.username().is_some_and(|name| !name.starts_with('@'))),
        flag("hash", sender.identity_key_hash().is_some()),
    ])
}

fn of_status(status: &Status) -> String {
    let conversation = status.conversation();
    joined([
        status.kind().as_str().to_owned(),
        of_errors(status.errors()),
        flag("number", status.recipient_id().is_some() && status.group_id().is_none()),
        flag("user", status.recipient_user_id().is_some()),
        flag("parent", status.recipient_parent_user_id().is_some()),
        flag("group", status.group_id().is_some()),
        flag("participant", status.participant_id().is_some()),
        flag("hash", status.recipient_identity_key_hash().is_some()),
        flag("data", status.callback_data().is_some()),
        flag("template", status.template_id().is_some()),
        flag("conversation", conversation.is_some_and(|conversation| conversation.id().is_some())),
        flag("ends", conversation.is_some_and(|conversation| conversation.expiration().is_some())),
        debug("from:", conversation.and_then(|conversation| conversation.origin())),
        status.pricing().map_or_else(String::new, |pricing| {
            joined([
                debug("", pricing.model()),
                debug("", pricing.kind()),
                debug("", pricing.category()),
                debug("billable:", pricing.is_billable()),
            ])
        }),
        flag("no-time", status.timestamp().is_none()),
    ])
}

fn of_message(message: &IncomingMessage) -> String {
    let context = message.context();
    joined([
        "by".to_owned(),
        of_sender(message.sender()),
        flag("reply", message.in_reply_to().is_some()),
        flag("forwarded", context.is_some_and(|context| context.is_forwarded())),
        flag("frequently", context.is_some_and(|context| context.is_frequently_forwarded())),
        flag("product", context.is_some_and(|context| context.referred_product().is_some())),
        flag("mentions", context.is_some_and(|context| context.mentions().count() == 2)),
        flag("group", message.group_id().is_some()),
        debug("referral:", message.referral().and_then(|referral| referral.source_type())),
        flag("identity", message.identity().is_some_and(|identity| identity.created().is_some())),
        of_errors(message.errors()),
        flag("no-time", message.timestamp().is_none()),
    ])
}

fn of_content(event: &Event) -> String {
    match event {
        Event::ButtonReply(reply) => {
            let is_label = reply.raw_payload() == Some(reply.text());
            joined(["tap".to_owned(), flag("label", is_label)])
        }
        Event::Text(_) => "text".to_owned(),
        Event::Interactive(reply) => joined([
            reply.kind().as_str().to_owned(),
            flag("id", reply.id().is_some()),
            flag("title", reply.title().is_some()),
            flag("description", reply.description().is_some()),
        ]),
        Event::FlowReply(reply) => {
            let values = reply.response().as_object().map_or(0, |values| values.len());
            format!(
                "flow {} {values} values",
                if reply.flow_token().is_some() { "token" } else { "no-token" }
            )
        }
        Event::CallPermission(reply) => joined([
            "calls".to_owned(),
            reply.response().as_str().to_owned(),
            debug("", reply.source()),
            debug("permanent:", reply.is_permanent()),
            flag("ends", reply.expiration().is_some()),
        ]),
        Event::Order(order) => {
            let product = |product: &wa_template::webhook::OrderedProduct| {
                let known = product.product_retailer_id().is_some() && product.currency() == Some("USD");
                format!(
                    "{}x{}{}",
                    debug("", product.quantity()),
                    product.item_price().unwrap_or("?"),
                    flag("!", !known)
                )
            };
            let products: Vec<_> = order.products().iter().map(product).collect();
            format!("order {}", products.join(" "))
        }
        Event::Media(media) => {
            let media = media.media();
            joined([
                format!("{:?}", media.kind()),
                flag("id", media.id().is_some() && media.mime_type().is_some() && media.sha256().is_some()),
                flag("url", media.url().is_some()),
                flag("file", media.file().is_some()),
                flag("caption", media.caption().is_some()),
                flag("filename", media.filename().is_some()),
                flag("voice", media.is_voice()),
                flag("animated", media.is_animated()),
            ])
        }
        Event::Location(place) => joined([
            format!("place {:.0} {:.0}", place.latitude(), place.longitude()),
            flag("name", place.name().is_some() && place.address().is_some() && place.url().is_some()),
        ]),
        Event::Contacts(contacts) => {
            let phones: usize = contacts.cards().iter().map(|card| card.phones().len()).sum();
            let has_vcard = contacts.cards().iter().any(|card| card.vcard().is_some());
            joined([
                format!("cards {} phones {phones}", contacts.cards().len()),
                debug("", contacts.origin()),
                flag("vcard", has_vcard),
            ])
        }
        Event::Reaction(reaction) => format!("reaction {}", reaction.emoji().map_or("removed", |_| "emoji")),
        Event::System(change) => joined([
            change.kind().as_str().to_owned(),
            flag("new-number", change.new_wa_id().is_some()),
            flag("new-user", change.new_user_id().is_some()),
            flag("new-identity", change.new_identity().is_some()),
        ]),
        Event::Welcome(_) => "welcome".to_owned(),
        Event::Edit(edit) => joined([
            "edit".to_owned(),
            debug("", edit.kind()),
            debug("", edit.media().map(|media| media.kind())),
            flag("text", edit.text().is_some()),
        ]),
        Event::Revoke(_) => "revoke".to_owned(),
        Event::Unsupported(message) => format!("unsupported {}", message.kind().unwrap_or("?")),
        _ => String::new(),
    }
}

fn limit(limit: Option<&MessagingLimit>) -> String {
    limit
        .map(|limit| limit.customers().map_or("unlimited".to_owned(), |customers| customers.to_string()))
        .unwrap_or_default()
}

fn of_report(event: &Event) -> String {
    match event {
        Event::TemplateStatus(update) => joined([
            "template".to_owned(),
            update.event().as_str().to_owned(),
            format!("{:?}", update.event().usage()),
            update.language().unwrap_or_default().to_owned(),
            debug("reason:", update.reason()),
            debug("", update.category()),
            debug("note:", update.note()),
            debug("disabled:", update.disable_date().map(|date| date.time().is_some())),
            flag("explained", update.rejection_reason().is_some() && update.recommendation().is_some()),
        ]),
        Event::TemplateQuality(update) => {
            let language = update.language().unwrap_or_default();
            format!(
                "quality {}{} {language}",
                debug("", update.previous_score()),
                debug(">", Some(update.new_score()))
            )
        }
        Event::TemplateComponents(update) => joined([
            "components".to_owned(),
            flag("header", update.header().is_some()),
            flag("body", update.body().is_some()),
            flag("footer", update.footer().is_some()),
            update
                .buttons()
                .iter()
                .filter_map(|button| Some(button.kind()?.as_str()))
                .collect::<Vec<_>>()
                .join(" "),
        ]),
        Event::TemplateCategory(update) => joined([
            "category".to_owned(),
            debug("was:", update.previous_category()),
            debug("is:", update.present_category()),
            debug("will:", update.coming_category()),
            flag("time", update.change_time().is_some()),
        ]),
        Event::TemplateCategoryDetection(event) => {
            format!(
                "detection{}{}",
                debug(" is:", event.category()),
                debug(" should:", event.correct_category())
            )
        }
        Event::AccountUpdate(update) => joined([
            "account".to_owned(),
            update.event().as_str().to_owned(),
            update
                .restrictions()
                .iter()
                .map(|restriction| restriction.kind().as_str())
                .collect::<Vec<_>>()
                .join(" "),
            debug("violation:", update.violation_type()),
            debug("ban:", update.ban_state()),
            flag(
                "tier",
                update.volume_tier().is_some_and(|tier| tier.tier().is_some() && tier.updated().is_some()),
            ),
        ]),
        Event::AccountAlert(alert) => joined([
            "alert".to_owned(),
            debug("", alert.entity_type()),
            debug("", alert.severity()),
            debug("", alert.status()),
            debug("", alert.kind()),
        ]),
        Event::AccountReview(review) => format!("review {}", review.decision().as_str()),
        Event::BusinessCapability(update) => {
            format!(
                "capability {} numbers:{:?}",
                limit(update.messaging_limit()),
                update.max_phone_numbers_per_waba()
            )
        }
        Event::BusinessUsername(update) => joined([
            "username".to_owned(),
            update.status().as_str().to_owned(),
            flag("name", update.username().is_some()),
        ]),
        Event::PhoneNumberQuality(update) => joined([
            "throughput".to_owned(),
            update.event().as_str().to_owned(),
            limit(update.old_limit()),
            limit(update.current_limit()),
            limit(update.business_limit()),
        ]),
        Event::PhoneNumberName(update) => {
            let is_named = update.requested_name().is_some() && update.rejection_reason().is_none();
            joined(["name".to_owned(), update.decision().as_str().to_owned(), flag("requested", is_named)])
        }
        Event::Security(update) => joined([
            "security".to_owned(),
            update.event().as_str().to_owned(),
            flag("requester", update.requester().is_some() && update.display_phone_number().is_some()),
        ]),
        _ => String::new(),
    }
}
