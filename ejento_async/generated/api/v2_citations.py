"""`client.v2.citations`: content of the files that answers refer to.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import UNSET, Operation, Resource, Unset

if TYPE_CHECKING:
    from ..._download import Download

_DOWNLOAD = Operation(
    id="v2_citations_download",
    method="GET",
    path="/api/v2/citation/{name}",
    idempotent=True,
    accept="*/*",
)


class V2CitationsApi(Resource):
    """Content of the files that answers refer to."""

    __slots__ = ()

    def download(
        self,
        name: str,
        *,
        storage_container: str | Unset = UNSET,
        convert_to_pdf: bool | Unset = UNSET,
    ) -> Download:
        """Get Citation Content.

        `GET /api/v2/citation/{name}`

        Returns the content of a file that an answer refers to.

        Args:
            name: Name of the stored file: a number, a dash and the name, for example
                `43877-cities.pdf`.
            storage_container: Storage container that holds the file.
            convert_to_pdf: Whether to return the file as PDF.

        Returns:
            The content. The header Content-Type tells its kind.

        Raises:
            APIError: on entering or reading the download: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template
        src/app/api/citations/get-citation-content/route.ts); title is inferred.
        """
        return self._core.download(
            _DOWNLOAD,
            (name,),
            query={"storage_container": storage_container, "convert_to_pdf": convert_to_pdf},
        )
