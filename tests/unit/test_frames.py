"""What a failure leaves behind: no local variables of ours, no words of a secret, no more than that."""

from __future__ import annotations

import traceback
from collections.abc import Callable

import pytest

from ejento_async._errors import APIError, APIResponseError, StreamError
from ejento_async._frames import forget_locals, forgetting, mask_words
from tests.support import chain

CANARY = "canary-8c1f"


def fail(secret: str) -> None:
    raise ValueError("no")


def caught(work: Callable[[], object]) -> BaseException:
    try:
        work()
    except BaseException as error:
        return error
    raise AssertionError


def shown(error: BaseException) -> str:
    found = traceback.TracebackException.from_exception(error, capture_locals=True)
    return "".join(found.format())


def test_the_variables_of_finished_frames_are_dropped_and_the_lines_stay() -> None:
    error = caught(lambda: fail(CANARY))
    assert CANARY in shown(error)

    forget_locals(error, None)

    assert CANARY not in shown(error)
    assert "in fail" in shown(error)


def test_the_variables_of_an_error_that_was_there_before_stay() -> None:
    before = caught(lambda: fail(CANARY))
    error = ValueError("later")
    error.__context__ = before

    forget_locals(error, before)

    assert CANARY in shown(before)


def test_errors_that_come_from_each_other_are_walked_once() -> None:
    one, other = ValueError(CANARY), ValueError(CANARY)
    one.__cause__, other.__cause__ = other, one

    forget_locals(one, None)
    mask_words(one, None, [CANARY])

    assert CANARY not in f"{one} {other}"


def test_all_words_of_an_error_and_of_its_causes_are_masked() -> None:
    error = StreamError(
        f"no {CANARY}",
        headers={f"x-{CANARY}": CANARY},
        body={"x": [CANARY]},
        request_id=CANARY,
    )
    error.partial = f"text {CANARY}"
    error.__cause__ = OSError(5, f"cannot read {CANARY}")
    error.__cause__.__cause__ = ValueError("cannot read token=unknown")

    mask_words(error, None, [CANARY])

    for each in chain(error):
        assert CANARY not in f"{each} {each!r} {vars(each)}"
    assert str(error.__cause__.__cause__) == "cannot read token=***"
    assert error.args == ("no ***",)


def test_the_path_of_a_member_is_masked() -> None:
    error = APIResponseError("no")
    error.path = f"data.{CANARY}"

    mask_words(error, None, [CANARY])

    assert error.path == "data.***"


def test_our_own_words_about_members_are_not_taken_for_credentials() -> None:
    error = APIError("data.access_token: expected a string, found nothing")

    mask_words(error, None, [CANARY])

    assert str(error) == "data.access_token: expected a string, found nothing"


def test_the_words_of_an_error_that_was_there_before_stay() -> None:
    before = ValueError(CANARY)
    error = APIError("later")
    error.__context__ = before

    mask_words(error, before, [CANARY])

    assert before.args == (CANARY,)


def test_a_forgetting_function_shows_none_of_its_arguments_when_it_fails() -> None:
    @forgetting
    def construct(name: str, *, key: str) -> str:
        if name:
            fail(key)
        return key

    error = caught(lambda: construct("x", key=CANARY))

    ours = [line for line in shown(error).splitlines() if "lambda" not in line]
    assert CANARY not in "\n".join(ours)
    assert construct("", key="fine") == "fine"
    assert construct.__name__ == "construct"


def test_a_forgetting_function_leaves_the_callers_own_error_alone() -> None:
    @forgetting
    def construct(key: str) -> None:
        fail(key)

    def work() -> None:
        try:
            fail(CANARY)
        except ValueError:
            construct("x")

    error = caught(work)

    assert error.__context__ is not None
    assert CANARY in shown(error.__context__)


@pytest.mark.parametrize("arguments", [(), ("a", "b", "c")])
def test_a_forgetting_function_refuses_wrong_arguments_as_ever(arguments: tuple[str, ...]) -> None:
    with pytest.raises(TypeError):
        forgetting(fail)(*arguments)
