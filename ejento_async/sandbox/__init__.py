"""A local Ejento that behaves like the real one, so that nobody needs credentials to try the SDK.

    pip install 'ejento-async[sandbox]'

    python -m ejento_async.sandbox                # from a shell, until Ctrl-C

    async with Sandbox() as sandbox:              # in a test
        ...                                       # sandbox.env points a client at it

Routes, checks of requests and the answers of operations without a handler come from the spec of
the SDK. The rest is kept in memory, shared by all three generations of the API: users, teams,
projects, agents with all that belongs to them, chat threads, answers, corpora, documents,
notifications, tools, workflows, evaluation, permissions. Where the spec does not know the members
of a record, those that a client sends are kept. Tokens expire and rotate, documents are indexed
step by step, and agents answer from what their documents say. What is there at the start:

- user 1, `ada@example.com`, who is signed in; users 2, 3 and 147
- agent 42, "HR Assistant", with the documents 101 to 103 in corpus 7; agent 43, a deep agent with
  the same corpus; agent 2; workflow 5 over the agents 42 and 43; team 3 with project 1, which has
  all agents; tools 1 to 3; of the other kinds of records one each, with the id 1
- a chat thread of agent 42 with three answers, the first of them pinned
- a project of Document360 with 25 team accounts, which has nothing to do with the rest: it answers
  at `/v2/Teams`, to a token of its own, so many calls per minute

A question whose first word is one of these does not get a good answer:

- `!fail`: the stream ends with `success: false` and the reason in `output.message`; the plain call
  answers 200 with `success: false`
- `!error`: the stream has an error event with the reason in `output.error.details`; the plain call
  answers 500
- `!blocked`: the answer is `blocked`, with `guardrail_triggered`
- `!cut`: the connection ends in the middle of the answer
- `!silent`: the stream sends some comments in the middle of the answer and then nothing more; the
  plain call is never answered
- `!unknown`: an event of an unknown name and step, with unknown members; the plain call has unknown
  members

Everything else that can go wrong is a `Fault`, for some requests, so many times or with a
probability; `sandbox.requests` tells what has arrived:

    rule = sandbox.faults.add(Fault.status(503, times=2, operation="v2_agents_get"))
    ...
    assert rule.fired == 2
    assert len(sandbox.requests.of("v2_agents_get")) == 3

`sandbox.add_agent` and `sandbox.add_document` add to what is there. The plugin of pytest makes a
sandbox for each test: `ejento_async.pytest_plugin`.
"""

from __future__ import annotations

try:
    from ._fault_kinds import Fault, Where
    from ._faults import FaultRule, Faults
    from ._planting import AgentSeed, DocumentSeed
    from ._recorder import RecordedRequest, Recorder
    from ._records import Mail
    from ._sandbox import Sandbox
    from ._tokens import TokenPair
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] not in (
        "jsonschema",
        "python_multipart",
        "referencing",
        "starlette",
        "uvicorn",
    ):
        raise
    msg = f"the sandbox needs {error.name}: pip install 'ejento-async[sandbox]'"
    raise ModuleNotFoundError(msg, name=error.name) from error

__all__ = [
    "AgentSeed",
    "DocumentSeed",
    "Fault",
    "FaultRule",
    "Faults",
    "Mail",
    "RecordedRequest",
    "Recorder",
    "Sandbox",
    "TokenPair",
    "Where",
]
