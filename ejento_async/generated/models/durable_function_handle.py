"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(
    [
        "id",
        "statusQueryGetUri",
        "sendEventPostUri",
        "terminatePostUri",
        "rewindPostUri",
        "purgeHistoryDeleteUri",
        "restartPostUri",
        "suspendPostUri",
        "resumePostUri",
    ]
)


@define(kw_only=True)
class DurableFunctionHandle(Model):
    """Handle of an Azure durable function that indexes a document, with the URLs to watch and steer
    it.

    Attributes:
        id: Id of the run, a UUID.
        status_query_get_uri: URL to ask for the status.
        send_event_post_uri: URL to send an event to.
        terminate_post_uri: URL to end the run.
        rewind_post_uri: URL to rewind the run.
        purge_history_delete_uri: URL to delete the history of the run.
        restart_post_uri: URL to start the run again.
        suspend_post_uri: URL to suspend the run.
        resume_post_uri: URL to resume the run.
    """

    id: str | None = None
    status_query_get_uri: str | None = None
    send_event_post_uri: str | None = None
    terminate_post_uri: str | None = None
    rewind_post_uri: str | None = None
    purge_history_delete_uri: str | None = None
    restart_post_uri: str | None = None
    suspend_post_uri: str | None = None
    resume_post_uri: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    _wire_names = {
        "status_query_get_uri": "statusQueryGetUri",
        "send_event_post_uri": "sendEventPostUri",
        "terminate_post_uri": "terminatePostUri",
        "rewind_post_uri": "rewindPostUri",
        "purge_history_delete_uri": "purgeHistoryDeleteUri",
        "restart_post_uri": "restartPostUri",
        "suspend_post_uri": "suspendPostUri",
        "resume_post_uri": "resumePostUri",
    }

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        record.status_query_get_uri = get("statusQueryGetUri")
        record.send_event_post_uri = get("sendEventPostUri")
        record.terminate_post_uri = get("terminatePostUri")
        record.rewind_post_uri = get("rewindPostUri")
        record.purge_history_delete_uri = get("purgeHistoryDeleteUri")
        record.restart_post_uri = get("restartPostUri")
        record.suspend_post_uri = get("suspendPostUri")
        record.resume_post_uri = get("resumePostUri")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
