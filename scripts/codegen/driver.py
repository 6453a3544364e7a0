"""Runs openapi-python-client with our templates and our plan.

The generator is used as a library, so that templates see what the plan says of an operation, no
stub file per operation is written, and a guard can tell whether anything got lost.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn, cast

import yaml
from jinja2 import StrictUndefined
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from . import docstrings, names
from .plan import Plan, make_plan
from .prepare import prepare
from .spec import Spec
from .target import Target


class GenerationError(Exception):
    """The generator did not make what the spec asks for."""


def generate(spec: Spec, target: Target, directory: Path) -> None:
    """Write the generated package, not yet formatted, into a directory.

    Raises:
        GenerationError: the generator warned about something, or lost an operation.
    """
    config = Config.from_sources(
        _settings(target.config),
        MetaType.NONE,
        document_source=target.root / target.spec,
        file_encoding="utf-8",
        overwrite=True,
        output_path=directory,
    )
    data = GeneratorData.from_dict(prepare(spec), config=config)
    if isinstance(data, GeneratorError):
        raise GenerationError(_told([data]))
    collections = data.endpoint_collections_by_tag.values()
    warnings = [*data.errors, *(error for tag in collections for error in tag.parse_errors)]
    if warnings:
        raise GenerationError(_told(warnings))

    plan = make_plan(spec)
    Package(data, config, target.templates, plan).build_package()
    _guard("operations", [operation.id for operation in spec.operations], _operations(directory))
    modules = [names.module_name(name) for name in plan.records]
    _guard("records", modules, [file.stem for file in directory.glob("models/[!_]*.py")])


def _settings(file: Path) -> ConfigFile:
    """Read the generator's configuration, in which it would ignore a misspelt name."""
    settings = yaml.safe_load(file.read_text(encoding="utf-8"))
    unknown = sorted(set(settings) - set(ConfigFile.model_fields))
    if unknown:
        raise GenerationError(f"{file.name}: unknown settings {unknown}")
    return ConfigFile(**settings)


class Package(Project):
    """Writes `api/<tag>.py`, `namespaces.py` and `models/` where the generator has its own layout."""

    def __init__(self, data: GeneratorData, config: Config, templates: Path, plan: Plan) -> None:
        super().__init__(openapi=data, config=config, custom_template_path=templates)
        self.plan = plan
        self.env.undefined = StrictUndefined
        self.env.filters["source"] = repr
        context = cast("dict[str, Any]", self.env.globals)
        context.update(
            plan=plan,
            names=names,
            text=docstrings,
            fail=_fail,
            definitions={str(model.class_info.name): model for model in data.models},
        )

    def build_package(self) -> None:
        """Write all files."""
        self._write("__init__.py", "package_init.py.jinja")
        self._write("namespaces.py", "namespaces.py.jinja")
        self._write_api()
        self._write_models()

    def _write_api(self) -> None:
        self._write("api/__init__.py", "api_init.py.jinja")
        for module, collection in self.openapi.endpoint_collections_by_tag.items():
            self._write(
                f"api/{module}.py",
                "resource.py.jinja",
                resource=self.plan.resources[module],
                endpoints={str(endpoint.name): endpoint for endpoint in collection.endpoints},
            )

    def _write_models(self) -> None:
        self._write("models/__init__.py", "models_init.py.jinja")
        for model in self.openapi.models:
            name = str(model.class_info.name)
            if not model.required_properties and not model.optional_properties:
                continue
            if name in self.plan.answers:
                self._write_record(name, "model.py.jinja", model=model)
            elif name in self.plan.inputs:
                self._write_record(name, "typed_dict.py.jinja", model=model)
        for enum in self.openapi.enums:
            name = str(enum.class_info.name)
            if name in self.plan.records:
                self._write_record(name, "literal_enum.py.jinja", open=name in self.plan.answers)

    def _write_record(self, name: str, template: str, **context: object) -> None:
        module = f"models/{names.module_name(name)}.py"
        self._write(module, template, record=self.plan.records[name], **context)

    def _write(self, file: str, template: str, **context: object) -> None:
        path = self.package_dir / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.env.get_template(template).render(**context), encoding="utf-8")


def _fail(message: str) -> NoReturn:
    raise GenerationError(message)


def _told(errors: Sequence[GeneratorError]) -> str:
    return "\n".join(f"{error.header.strip()} {error.detail or ''}".strip() for error in errors)


def _operations(directory: Path) -> list[str]:
    """Return the ids of all operations in the files that were written."""
    found: list[str] = []
    for file in directory.glob("**/*.py"):
        try:
            tree = ast.parse(file.read_text(encoding="utf-8"))
        except SyntaxError as error:
            raise GenerationError(f"{file.relative_to(directory)}: {error}") from error
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id="Operation"), keywords=[first, *_]):
                    found.append(str(ast.literal_eval(first.value)))
                case _:
                    pass
    return found


def _guard(what: str, asked: list[str], written: list[str]) -> None:
    """Compare what the spec asks for with what was written: the generator can lose things."""
    if sorted(asked) != sorted(written):
        lost = sorted(set(asked) - set(written))
        extra = sorted(set(written) - set(asked))
        raise GenerationError(f"{what} lost: {lost}; {what} that nobody asked for: {extra}")
