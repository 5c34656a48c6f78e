//! The values of all fields but `messages`.

use std::sync::Arc;

use super::json::{Json, Object};
use super::origin::Origin;
use super::rest::Rest;
use super::sender::Contacts;
use super::{
    AccountAlert, AccountReviewUpdate, AccountUpdate, BusinessCapabilityUpdate, BusinessUsernameUpdate,
    Event, Other, PhoneNumberNameUpdate, PhoneNumberQualityUpdate, SecurityUpdate, TemplateCategoryDetection,
    TemplateCategoryUpdate, TemplateComponentsUpdate, TemplateQualityUpdate, TemplateStatusUpdate,
    UserIdUpdate, UserPreference,
};

/// Reports the value of a change.
pub(super) fn report(events: &mut Vec<Event>, origin: &Arc<Origin>, json: Json<'_>) {
    let Some(value) = json.object() else {
        return events.push(Event::Other(Other::new(origin, json)));
    };
    match origin.field() {
        Some("user_preferences") if value.has("user_preferences") => {
            report_items(events, origin, &value, "user_preferences", |contacts, item| {
                UserPreference::read(origin, contacts, item).map(Event::UserPreference)
            });
        }
        Some("user_id_update") if value.has("user_id_update") => {
            report_items(events, origin, &value, "user_id_update", |contacts, item| {
                UserIdUpdate::read(origin, contacts, item).map(Event::UserIdUpdate)
            });
        }
        Some(field) => events.push(
            template(field, origin, json, &value)
                .or_else(|| account(field, origin, json, &value))
                .unwrap_or_else(|| Event::Other(Other::new(origin, json))),
        ),
        None => events.push(Event::Other(Other::new(origin, json))),
    }
}

fn template(field: &str, origin: &Arc<Origin>, json: Json<'_>, value: &Object<'_>) -> Option<Event> {
    match field {
        // The platform's sample of a quality update carries the name of the first field
        // (`webhooks/reference/message_template_quality_update`, late 2025), so the content decides.
        "message_template_status_update" | "message_template_quality_update" => {
            let status = || TemplateStatusUpdate::read(origin, json, value).map(Event::TemplateStatus);
            let quality = TemplateQualityUpdate::read(origin, json, value).map(Event::TemplateQuality);
            if value.has("event") { status().or(quality) } else { quality }
        }
        "message_template_components_update" => {
            TemplateComponentsUpdate::read(origin, json, value).map(Event::TemplateComponents)
        }
        "template_category_update" => {
            TemplateCategoryUpdate::read(origin, json, value).map(Event::TemplateCategory)
        }
        "template_correct_category_detection" => {
            TemplateCategoryDetection::read(origin, json, value).map(Event::TemplateCategoryDetection)
        }
        _ => None,
    }
}

fn account(field: &str, origin: &Arc<Origin>, json: Json<'_>, value: &Object<'_>) -> Option<Event> {
    match field {
        "account_update" => AccountUpdate::read(origin, json, value).map(Event::AccountUpdate),
        "account_alerts" => AccountAlert::read(origin, json, value).map(Event::AccountAlert),
        "account_review_update" => AccountReviewUpdate::read(origin, json, value).map(Event::AccountReview),
        "business_capability_update" => {
            BusinessCapabilityUpdate::read(origin, json, value).map(Event::BusinessCapability)
        }
        "business_username_updates" | "business_username_update" => {
            BusinessUsernameUpdate::read(origin, json, value).map(Event::BusinessUsername)
        }
        "phone_number_quality_update" => {
            PhoneNumberQualityUpdate::read(origin, json, value).map(Event::PhoneNumberQuality)
        }
        "phone_number_name_update" => {
            PhoneNumberNameUpdate::read(origin, json, value).map(Event::PhoneNumberName)
        }
        "security" => SecurityUpdate::read(origin, json, value).map(Event::Security),
        _ => None,
    }
}

/// Reports each item of a list about customers, and what stands beside the list unknown.
fn report_items<'a>(
    events: &mut Vec<Event>,
    origin: &Arc<Origin>,
    value: &Object<'a>,
    list: &str,
    read: impl Fn(&Contacts, Json<'a>) -> Option<Event>,
) {
    let contacts = Contacts::read(value.get("contacts"));
    for item in value.items(list) {
        events.push(read(&contacts, item).unwrap_or_else(|| Event::Other(Other::new(origin, item))));
    }
    let mut rest = Rest::default();
    for (key, json) in value.members() {
        if key != list && !matches!(&**key, "messaging_product" | "metadata" | "contacts") {
            rest.push(key.clone(), json);
        }
    }
    rest.report(events, origin);
}
