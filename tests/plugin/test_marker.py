"""How a test says what its sandbox is to be like."""

from __future__ import annotations

import pytest

from .conftest import Run

pytest_plugins = ["pytester"]


def test_a_mark_sets_faults_records_and_arguments_of_the_sandbox(run: Run) -> None:
    result = run(
        """
        import pytest
        from ejento_async import AuthRefreshError, ServerError
        from ejento_async.sandbox import Fault

        @pytest.mark.ejento(
            faults=[Fault.status(500, times=3, operation="v2_users_get_me")],
            documents=[
                {"name": "pets.md", "text": "Dogs may come along on Fridays.", "corpus": 70},
                {"name": "cats.md", "text": "Cats stay at home.", "corpus": 70, "id": 4711},
            ],
            agents=[{"name": "Pets", "id": 900, "corpora": [70], "instructions": ["Be kind."]}],
            token_lifetime=60,
            indexing_steps=("completed",),
        )
        async def test_it(ejento_client, ejento_sandbox):
            with pytest.raises(ServerError):
                await ejento_client.v2.users.get_me()
            answer = await ejento_client.v2.agent_responses.create(
                900, user_query="May dogs come along?"
            )
            assert "Dogs may come along on Fridays." in answer.answer
            assert answer.corpus_ids == [70]
            assert [r.url.rpartition("/")[2] for r in answer.references] == ["1001-pets.md"]
            agent = ejento_sandbox.state.agents[900]
            assert (agent.name, agent.instructions) == ("Pets", ["Be kind."])
            assert ejento_sandbox.state.settings.token_lifetime == 60
            ejento_sandbox.advance(61)
            with pytest.raises(AuthRefreshError):  # both tokens have ended
                await ejento_client.v2.users.get_me()
            assert ejento_sandbox.add_document("later.md", "More.") == 4712
        """,
        "--asyncio-mode=auto",
    )

    result.assert_outcomes(passed=1)


def test_marks_add_up_and_of_one_value_the_nearest_counts(run: Run) -> None:
    result = run(
        """
        import pytest
        from ejento_async.sandbox import Fault

        pytestmark = pytest.mark.ejento(agents=[{"name": "Of the module"}], stream_delay=0.1)

        @pytest.fixture
        def ejento_sandbox_settings():
            return {"stream_delay": 0.2, "rotation_grace": 5, "agents": [{"name": "Of all"}]}

        @pytest.mark.ejento(agents=[{"name": "Of the class"}], stream_delay=0.3)
        class TestMarks:
            @pytest.mark.ejento(agents=[{"name": "Of the test"}])
            def test_it(self, ejento_sandbox):
                names = [agent.name for agent in ejento_sandbox.state.agents.values()]
                assert names[-4:] == ["Of all", "Of the module", "Of the class", "Of the test"]
                settings = ejento_sandbox.state.settings
                assert (settings.stream_delay, settings.rotation_grace) == (0.3, 5)
        """,
        plugins=(),
    )

    result.assert_outcomes(passed=1)


def test_a_seed_decides_which_requests_a_fault_befalls(run: Run) -> None:
    result = run(
        """
        import pytest
        from ejento_async.sandbox import Fault

        def drawn(sandbox):
            return [
                bool(sandbox.faults.take("GET", "/", None, reused=False)) for _ in range(64)
            ]

        def test_it(ejento_sandbox_factory):
            chance = Fault.status(503, probability=0.5)
            first, again, other = (
                drawn(ejento_sandbox_factory(faults=[chance], seed=seed)) for seed in (7, 7, 8)
            )
            assert first == again != other
        """,
        plugins=(),
    )

    result.assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("fault=[]", "@pytest.mark.ejento: unknown argument 'fault'; did you mean 'faults'?"),
        ("colour=1", "@pytest.mark.ejento: unknown argument 'colour'; known are faults, *"),
        ("503", "@pytest.mark.ejento: takes arguments by name only, got 503"),
        ("faults=[503]", "faults: expected faults such as Fault.status(503), got 503"),
        (
            'faults=[Fault.drop(operation="v2_agent_get")]',
            "there is no operation v2_agent_get in the spec",
        ),
        ('agents=[{"name": "Again", "id": 42}]', "id 42: taken by another agent"),
        ('agents=[{"nam": "Pets"}]', "*unexpected keyword argument 'nam'"),
        ("indexing_steps=()", "indexing_steps must name at least one step"),
    ],
)
def test_a_mark_that_makes_no_sense_is_an_error_that_names_it(
    run: Run, mark: str, words: str
) -> None:
    result = run(
        f"""
        import pytest
        from ejento_async.sandbox import Fault

        @pytest.mark.ejento({mark})
        def test_it(ejento_sandbox):
            pass
        """,
        plugins=(),
    )

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([words])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_an_unknown_argument_is_an_error_also_where_no_sandbox_is_asked_for(run: Run) -> None:
    result = run(
        """
        import pytest

        @pytest.mark.ejento(fualts=[])
        def test_it():
            pass
        """,
        plugins=(),
    )

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*unknown argument 'fualts'; did you mean 'faults'?"])
