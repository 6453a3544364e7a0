"""`client.v2.artifacts`: files that agents made in chat threads.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import Operation, Resource

if TYPE_CHECKING:
    from ..._download import Download

_DOWNLOAD = Operation(
    id="v2_artifacts_download",
    method="GET",
    path="/api/v2/chat-threads/{chat_thread_id}/artifacts/{artifact_id}/download",
    idempotent=True,
    accept="*/*",
)


class V2ArtifactsApi(Resource):
    """Files that agents made in chat threads."""

    __slots__ = ()

    def download(self, chat_thread_id: int, artifact_id: int) -> Download:
        """Download a Chat Thread Artifact.

        `GET /api/v2/chat-threads/{chat_thread_id}/artifacts/{artifact_id}/download`

        Returns the content of a file that an agent made in a chat thread.

        Args:
            chat_thread_id: Id of the chat thread.
            artifact_id: Id of the file that an agent made.

        Returns:
            The content. The header Content-Type tells its kind.

        Raises:
            APIError: on entering or reading the download: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/download-a-chat-thread-artifact, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return self._core.download(_DOWNLOAD, (chat_thread_id, artifact_id))
