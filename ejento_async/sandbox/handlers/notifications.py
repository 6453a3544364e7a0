"""Reading notifications."""

from __future__ import annotations

from .._call import Call, handles
from .._kinds import NOTIFICATION
from .._links import linked
from .._replies import Reply, done
from .open_acts import named


@handles("v1_notifications_mark_read", "v2l_notification_mark_read", "v2_notifications_mark_read")
def mark_read(call: Call) -> Reply:
    """Note that a notification was read."""
    notification = named(NOTIFICATION, call)
    notification.members["is_read"] = True
    notification.trail.touch(call.user.email, call.now())
    return done("Notification marked as read")


@handles("v2l_notification_mark_read_by_user", "v2_notifications_mark_read_by_user")
def mark_all_read(call: Call) -> Reply:
    """Note that a user read everything: what is for that user and what is for nobody by name."""
    user = call.state.user(call.path["user_id"])
    for notification in call.state.open.all(NOTIFICATION):
        if linked(notification.members, "user") in ([], [user.id]):
            notification.members["is_read"] = True
            notification.trail.touch(call.user.email, call.now())
    return done("Notifications marked as read")
