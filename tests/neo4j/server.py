"""A real Neo4j Community server for tests and for trying things out.

    python tests/neo4j/server.py start    start one in the background, print what to export
    python tests/neo4j/server.py env      print it again, for: eval "$(python tests/neo4j/server.py env)"
    python tests/neo4j/server.py stop     stop it; its data stay

With a Docker engine it is the one of docker-compose.yml. Without one its jars come from Maven Central, once, into the
user's cache (or the folder named by ENISHI_NEO4J_HOME); this needs a JDK (17 or newer) and Maven.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError
from platformdirs import user_cache_path

POM = Path(__file__).with_name("pom.xml")
ROOT = POM.parents[2]
VERSION = (
    ET.parse(POM).getroot().findtext(".//{http://maven.apache.org/POM/4.0.0}neo4j.version")  # noqa: S314
)
USER = "neo4j"
JAVA_OPTIONS = [
    *(
        f"--add-opens=java.base/{package}=ALL-UNNAMED"
        for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
    ),
    "-Xmx512m",
    "-XX:+UseSerialGC",
]
QUICK = ("-XX:TieredStopAtLevel=1",)
"""Machine code in one pass: a server that lives for minutes spends more on its best code than that saves."""

SETTINGS = """\
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.default_listen_address=127.0.0.1
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
server.directories.import=import
server.memory.pagecache.size=64m
"""


class NoServerError(Exception):
    """There is no server, and what to do about it."""


def cache() -> Path:
    """Where jars and the background server live, outside the repository."""
    named = os.environ.get("ENISHI_NEO4J_HOME")
    return Path(named) if named else user_cache_path("enishi") / "neo4j"


def jars() -> Path:
    """The folder of the server's jars, fetched when it is not there yet.

    Raises:
        NoServerError: If Java or Maven is missing, or the jars cannot be fetched.
    """
    if missing := [program for program in ("java", "mvn") if not shutil.which(program)]:
        raise NoServerError(
            f"{' and '.join(missing)} not found. Install a JDK 17 or newer and Maven (Debian: apt-get install "
            "default-jdk-headless maven), or name a running server by ENISHI_TEST_NEO4J_URI, NEO4J_USERNAME and "
            "NEO4J_PASSWORD."
        )
    folder = cache() / f"jars-{VERSION}"
    if folder.is_dir():
        return folder
    cache().mkdir(parents=True, exist_ok=True)
    fetched = folder.with_name(f".{folder.name}.{os.getpid()}")
    done = subprocess.run(
        ["mvn", "-q", "-B", "-f", POM, "dependency:copy-dependencies", f"-DoutputDirectory={fetched}"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        shutil.rmtree(fetched, ignore_errors=True)
        raise NoServerError(
            f"Maven cannot fetch Neo4j {VERSION}:\n{(done.stdout + done.stderr)[-2000:]}"
        )
    try:
        fetched.rename(folder)
    except OSError:  # another process was faster
        shutil.rmtree(fetched, ignore_errors=True)
    return folder


def free_port() -> int:
    """A port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A server in a folder of its own.

    Attributes:
        home: The folder; it may hold the data of an earlier run.
        port: Bolt's port.
        password: Password of the user neo4j.
        settings: Further lines of its configuration.
        java: Further options of its Java machine.
        pid: The process, while it runs.
        process: The same, if it was started here.
    """

    home: Path
    port: int = field(default_factory=free_port)
    password: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    settings: str = ""
    java: tuple[str, ...] = ()
    pid: int = 0
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def user(self) -> str:
        """The only user."""
        return USER

    @property
    def written(self) -> list[tuple[str, int, int]]:
        """State of the log of transactions of its database, into which whatever changes is written before it is done."""
        folder = self.home / "data/transactions/neo4j"
        files = [(path.name, path.stat()) for path in sorted(folder.iterdir())]
        return [(name, state.st_size, state.st_mtime_ns) for name, state in files]

    @property
    def uri(self) -> str:
        """Its address."""
        return f"bolt://127.0.0.1:{self.port}"

    def start(self) -> Server:
        """Start it and wait until it answers; set the password the first time.

        Raises:
            NoServerError: If it does not come up.
        """
        classpath = f"{jars()}/*"
        conf = self.home / "conf"
        for folder in (conf, self.home / "import", self.home / "logs"):
            folder.mkdir(parents=True, exist_ok=True)
        (conf / "neo4j.conf").write_text(SETTINGS.format(port=self.port) + self.settings)
        command = ["java", *JAVA_OPTIONS, *self.java, "-cp", classpath, "org.neo4j.server.CommunityEntryPoint",
                   f"--home-dir={self.home}", f"--config-dir={conf}"]  # fmt: skip
        with (self.home / "logs" / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        self.pid = self.process.pid
        self._wait(self.process)
        return self

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + 120
        while time.monotonic() < end:
            if process.poll() is not None:
                break
            with suppress(OSError, DriverError, Neo4jError):
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
                self._login()
                return
            time.sleep(0.25)
        self.kill()
        log = (self.home / "logs" / "console.log").read_text(errors="replace")
        raise NoServerError(f"The server does not come up:\n{log[-3000:]}")

    def _login(self) -> None:
        try:
            self._run("RETURN 1 AS ready", self.password, "neo4j")
        except AuthError:
            change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new"
            self._run(change, "neo4j", "system", new=self.password)
            raise

    def _run(self, statement: str, password: str, database: str, **parameters: str) -> None:
        with (
            neo4j.GraphDatabase.driver(self.uri, auth=(USER, password)) as driver,
            driver.session(database=database) as session,
        ):
            session.run(statement, parameters).consume()

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if not self.pid:
            return
        with suppress(ProcessLookupError):
            os.kill(self.pid, how)
        end = time.monotonic() + 60
        while self.process.poll() is None if self.process else _alive(self.pid):
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
            time.sleep(0.05)
        self.pid, self.process = 0, None


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


# The server in the background -------------------------------------------------------------------------------------


def _state() -> Path:
    return cache() / "server.json"


def _running() -> Server | None:
    try:
        stored = json.loads(_state().read_text())
    except FileNotFoundError:
        return None
    server = Server(**stored | {"home": Path(stored["home"])})
    return server if server.pid and _alive(server.pid) else None


def _start() -> Server:
    if server := _running():
        return server
    try:
        stored = json.loads(_state().read_text())  # its data stay, and with them its password
        server = Server(Path(stored["home"]), password=stored["password"])
    except FileNotFoundError:
        server = Server(cache() / "server")
        shutil.rmtree(server.home, ignore_errors=True)
    server.start()
    _state().touch(mode=0o600)
    state = {"home": str(server.home), "port": server.port, "password": server.password, "pid": server.pid}  # fmt: skip
    _state().write_text(json.dumps(state))
    return server


def _docker() -> bool:
    return (
        bool(shutil.which("docker"))
        and not subprocess.run(["docker", "info"], check=False, capture_output=True).returncode
    )


def _compose(*arguments: str) -> None:
    subprocess.run(["docker", "compose", *arguments], check=True, cwd=ROOT, stdout=sys.stderr)


def _env_file() -> dict[str, str]:
    """The settings of docker-compose; made with a random password where there are none."""
    path = ROOT / ".env"
    if not path.exists():
        path.touch(mode=0o600)
        example = (ROOT / ".env.example").read_text()
        path.write_text(
            example.replace("NEO4J_PASSWORD=", f"NEO4J_PASSWORD={secrets.token_urlsafe(16)}")
        )
    lines = (line.partition("=") for line in path.read_text().splitlines() if "=" in line)
    return {name.strip(): value.strip() for name, _, value in lines if not name.startswith("#")}


def _print(uri: str, password: str) -> None:
    for name, value in (
        ("ENISHI_TEST_NEO4J_URI", uri), ("NEO4J_URI", uri), ("NEO4J_USERNAME", USER), ("NEO4J_PASSWORD", password),
    ):  # fmt: skip
        print(f"export {name}='{value}'")


def main(command: str) -> None:
    """Start, stop, or print the environment of the background server."""
    if _docker():
        if command == "stop":
            return _compose("stop", "neo4j")
        env = _env_file()
        if command == "start":
            _compose("up", "--detach", "--wait", "neo4j")
        return _print(f"bolt://127.0.0.1:{env.get('NEO4J_PORT', '7687')}", env["NEO4J_PASSWORD"])
    server = _start() if command == "start" else _running()
    if server is None:
        raise NoServerError("No server runs. Start one: make neo4j")
    if command == "stop":
        server.stop()
        return None
    return _print(server.uri, server.password)


if __name__ == "__main__":
    if sys.argv[1:] not in (["start"], ["env"], ["stop"]):
        sys.exit(__doc__)
    try:
        main(sys.argv[1])
    except NoServerError as error:
        sys.exit(str(error))
