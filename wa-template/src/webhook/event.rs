//! The kinds of events.

use std::sync::Arc;

use super::origin::Origin;
use super::{
    AccountAlert, AccountReviewUpdate, AccountUpdate, BusinessCapabilityUpdate, BusinessUsernameUpdate,
    ButtonReply, CallPermissionReply, ContactsMessage, EditMessage, ErrorReport, FlowReply, IncomingMessage,
    InteractiveReply, LocationMessage, MediaMessage, OrderMessage, Other, PhoneNumberNameUpdate,
    PhoneNumberQualityUpdate, ReactionMessage, RevokeMessage, SecurityUpdate, Status, SystemMessage,
    TemplateCategoryDetection, TemplateCategoryUpdate, TemplateComponentsUpdate, TemplateQualityUpdate,
    TemplateStatusUpdate, TextMessage, UnsupportedMessage, UserIdUpdate, UserPreference, WelcomeRequest,
};

/// Defines the event and what can be asked of all its kinds.
macro_rules! events {
    (
        messages { $( $(#[$about_message:meta])* $message:ident($message_type:ty) as $as_message:ident, )* }
        reports { $( $(#[$about_report:meta])* $report:ident($report_type:ty) as $as_report:ident, )* }
    ) => {
        /// One thing that happened.
        ///
        /// New kinds may be added; until then they come as [`Event::Other`].
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Event {
            $( $(#[$about_message])* $message($message_type), )*
            $( $(#[$about_report])* $report($report_type), )*
            /// Anything else, with its JSON: new kinds of messages, other webhook fields, broken items.
            Other(Other),
        }

        impl Event {
            $(
                #[doc = concat!("What is in [`Event::", stringify!($message), "`], if the event is that.")]
                #[must_use]
                pub fn $as_message(&self) -> Option<&$message_type> {
                    if let Self::$message(message) = self { Some(message) } else { None }
                }
            )*
            $(
                #[doc = concat!("What is in [`Event::", stringify!($report), "`], if the event is that.")]
                #[must_use]
                pub fn $as_report(&self) -> Option<&$report_type> {
                    if let Self::$report(report) = self { Some(report) } else { None }
                }
            )*

            /// What is in [`Event::Other`], if the event is that.
            #[must_use]
            pub fn as_other(&self) -> Option<&Other> {
                if let Self::Other(other) = self { Some(other) } else { None }
            }

            /// The message behind the event, of whatever kind, if a customer sent one.
            #[must_use]
            pub fn message(&self) -> Option<&IncomingMessage> {
                match self {
                    $( Self::$message(message) => Some(message.message()), )*
                    $( Self::$report(_) => None, )*
                    Self::Other(other) => other.message(),
                }
            }

            fn origin(&self) -> Option<&Origin> {
                match self {
                    $( Self::$message(message) => message.event_origin(), )*
                    $( Self::$report(report) => report.event_origin(), )*
                    Self::Other(other) => other.event_origin(),
                }
            }

            /// The origin, to be replaced by one that is known better.
            pub(super) fn origin_mut(&mut self) -> Option<&mut Arc<Origin>> {
                match self {
                    $( Self::$message(message) => message.event_origin_mut(), )*
                    $( Self::$report(report) => report.event_origin_mut(), )*
                    Self::Other(other) => other.event_origin_mut(),
                }
            }
        }
    };
}

events! {
    messages {
        /// A customer tapped a quick-reply button of a template.
        ButtonReply(ButtonReply) as as_button_reply,
        /// A customer wrote free text, perhaps instead of tapping a button.
        Text(TextMessage) as as_text,
        /// A customer chose a button or a row of an interactive message that is no template.
        Interactive(InteractiveReply) as as_interactive,
        /// A customer completed a Flow.
        FlowReply(FlowReply) as as_flow_reply,
        /// A customer permits calls, or does not.
        CallPermission(CallPermissionReply) as as_call_permission,
        /// A customer ordered from a catalogue.
        Order(OrderMessage) as as_order,
        /// A customer sent a picture, video, sound, document or sticker.
        Media(MediaMessage) as as_media,
        /// A customer sent a place.
        Location(LocationMessage) as as_location,
        /// A customer sent contact cards, perhaps on request.
        Contacts(ContactsMessage) as as_contacts,
        /// A customer reacted to a message, or took that back.
        Reaction(ReactionMessage) as as_reaction,
        /// A customer's number, user id or identity changed.
        System(SystemMessage) as as_system,
        /// A customer opened the chat for the first time.
        Welcome(WelcomeRequest) as as_welcome,
        /// A customer changed a message.
        Edit(EditMessage) as as_edit,
        /// A customer took a message back.
        Revoke(RevokeMessage) as as_revoke,
        /// A customer sent what the platform does not hand on.
        Unsupported(UnsupportedMessage) as as_unsupported,
    }
    reports {
        /// A message that was sent changed its status: sent, delivered, read, failed.
        Status(Status) as as_status,
        /// The platform reports an error that belongs to no single message.
        Error(ErrorReport) as as_error,
        /// A customer wants no more marketing messages, or wants them again.
        UserPreference(UserPreference) as as_user_preference,
        /// A customer has a new user id.
        UserIdUpdate(UserIdUpdate) as as_user_id_update,
        /// A template was approved, paused, rejected, …
        TemplateStatus(TemplateStatusUpdate) as as_template_status,
        /// Customers' opinion of a template changed.
        TemplateQuality(TemplateQualityUpdate) as as_template_quality,
        /// A template was edited.
        TemplateComponents(TemplateComponentsUpdate) as as_template_components,
        /// The platform changes the category of a template.
        TemplateCategory(TemplateCategoryUpdate) as as_template_category,
        /// The platform holds another category for the right one.
        TemplateCategoryDetection(TemplateCategoryDetection) as as_template_category_detection,
        /// Something happened to the account.
        AccountUpdate(AccountUpdate) as as_account_update,
        /// The platform warns about the account.
        AccountAlert(AccountAlert) as as_account_alert,
        /// The account was reviewed.
        AccountReview(AccountReviewUpdate) as as_account_review,
        /// The limits of the business changed.
        BusinessCapability(BusinessCapabilityUpdate) as as_business_capability,
        /// The user name of a business phone number changed.
        BusinessUsername(BusinessUsernameUpdate) as as_business_username,
        /// The limit or the throughput of a business phone number changed.
        PhoneNumberQuality(PhoneNumberQualityUpdate) as as_phone_number_quality,
        /// The display name of a business phone number was judged.
        PhoneNumberName(PhoneNumberNameUpdate) as as_phone_number_name,
        /// Something was done about the PIN of a business phone number.
        Security(SecurityUpdate) as as_security,
    }
}

impl Event {
    /// The id of the business phone number that the event belongs to.
    ///
    /// Missing in events about templates and accounts, and in On-Premises notifications.
    #[must_use]
    pub fn phone_number_id(&self) -> Option<&str> {
        self.origin()?.phone_number_id()
    }

    /// The id of the business account (WABA) that the event belongs to.
    ///
    /// Missing in On-Premises notifications.
    #[must_use]
    pub fn waba_id(&self) -> Option<&str> {
        self.origin()?.waba_id()
    }

    /// The webhook field that reported it, such as `messages` or `user_preferences`; missing On-Premises.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.origin()?.field()
    }

    /// Whether the event was read before its change was seen whole.
    pub(super) fn is_without_origin(&self) -> bool {
        self.origin().is_none()
    }

    /// Sets the origin of an event that was read before its change was seen whole.
    pub(super) fn set_origin(&mut self, origin: &Arc<Origin>) {
        let missing = match self {
            Self::Status(status) => Some(status.origin_slot()),
            Self::Other(other) => other.origin_slot(),
            _ => None,
        };
        if let Some(missing @ None) = missing {
            *missing = Some(Arc::clone(origin));
        }
    }
}
