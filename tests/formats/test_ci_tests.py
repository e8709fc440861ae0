# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import time

import pytest

from ospo.formats import ci_tests
from ospo.formats.ci_tests import Hit, Strength


@pytest.mark.parametrize(
    "line",
    [
        "run: pytest -vv",
        "run: source .venv/bin/activate && pytest .",
        "run: uv run --frozen --only-group test --no-editable pytest --verbose",
        "coverage run src/manage.py test src",
        "run: python -m unittest discover",
        "run: tox",
        "tox -e py312",
        "- run: cargo test --verbose --all --all-features",
        "run: cargo llvm-cov nextest --workspace",
        "run: go test -race ./...",
        "run: dotnet test $SOLUTION --no-build",
        "run: mvn -B package --file pom.xml",
        "run: ./mvnw verify",
        "run: ./gradlew test",
        "run: npm test",
        "run: npm run test:unit -- --ci",
        "run: pnpm run --if-present test",
        "run: yarn workspace app test",
        "run: pnpm test run",
        "run: npx projen build",
        "run: npx vitest run",
        "- ./vendor/bin/phpunit --testsuite Unit",
        "run: bundle exec rake test",
        'rcmdcheck::rcmdcheck(args = c("--no-manual"))',
        "ctest --preset host",
        "docker compose run app npm run test",
        "run: docker compose -f docker-compose.test.yml run api pytest -n 4",
        "poetry run robot tests/",
        'sh "./gradlew check"',
    ],
)
def test_a_runner_of_tests(line: str) -> None:
    assert ci_tests.find(line) == Hit(1, Strength.RUNNER)


@pytest.mark.parametrize(
    "line",
    [
        "run: make test",
        "make docker-test",
        "run: make -C backend unittest",
        "run: just integration-tests",
        "run: poe tests",
        "run: pixi run test-minimal",
        "run: poetry run scons tests",
        "run: python ./tests/test_juno.py",
        "- run: ./script/test-markdown.sh",
        "ci/unittest.sh",
        "run: node linter/run-linter-tests.mjs",
    ],
)
def test_a_target_of_the_repository_itself(line: str) -> None:
    assert ci_tests.find(line) == Hit(1, Strength.TARGET)


@pytest.mark.parametrize(
    "line",
    [
        "uses: cypress-io/github-action@v6",
        "- task: VSTest@2",
        '  testPreset: "host"',
        "  command: 'test'",
        "test_script:",
    ],
)
def test_an_action_that_tests(line: str) -> None:
    assert ci_tests.find(line) == Hit(1, Strength.ACTION)


@pytest.mark.parametrize("line", ["- name: Run unit tests", "  displayName: Testen", "stage('Integration Tests') {"])
def test_a_step_that_calls_itself_a_test(line: str) -> None:
    assert ci_tests.find(line) == Hit(1, Strength.STEP)


@pytest.mark.parametrize(
    "line", ["name: Tests", "  test:", "stage: test", "run: make check", "uses: chromaui/action@v1"]
)
def test_a_name_alone_is_a_hint(line: str) -> None:
    assert ci_tests.find(line) == Hit(1, Strength.HINT)


@pytest.mark.parametrize(
    "line",
    [
        "# run: pytest",
        "run: npm ci # and npm test later",
        "run: pip install pytest",
        "run: npm install -g newman jest",
        "run: echo make test",
        "run: uv run ruff check src apps tests",
        "run: poetry run flake8 upliftml tests",
        "run: npx playwright install --with-deps",
        "run: tox -e publish",
        "run: mvn -B package -DskipTests",
        "run: ./gradlew build -x test",
        "run: java -jar spdx-builder.jar tree -f gradle -c .spdx-builder.yml",
        "run: find . -path './tests' -prune -o -print",
        "run: uv run python -m fis.cli --export-dir tests/data/fis",
        "working-directory: ./tests",
        "string: ghcr.io/voorbeeld/robot",
        "key: pytest-cache",
        '"vitest": "4.1.9"',
        "  vitest: 4.1.9",
        "- name: Publish to TestPyPI",
        "- name: Deploy to test",
        "  update-infra-test:",
        "  build:",
        "uses: codecov/codecov-action@v4",
        "- 'tests/**'",
    ],
)
def test_no_test_at_all(line: str) -> None:
    assert ci_tests.find(line) is None


def test_the_surest_line_wins_and_the_first_of_those() -> None:
    text = "name: Tests\njobs:\n  x:\n    steps:\n    - name: Run tests\n    - run: make test\n    - run: make tests\n"

    assert ci_tests.find(text) == Hit(6, Strength.TARGET)


def test_a_command_over_several_lines_is_read_as_one() -> None:
    assert ci_tests.find("run: |\n  docker run --rm \\\n    image \\\n    npm run test\n") == Hit(2, Strength.RUNNER)
    assert list(ci_tests.lines("a \\\nb \\")) == [(1, "a b ")]


def test_travis_runs_tests_of_itself_without_a_script() -> None:
    assert ci_tests.by_default("os: linux\nlanguage: go\n") == 2
    assert ci_tests.by_default("language: go\nscript: make lint\n") is None
    assert ci_tests.by_default("os: linux\n") is None


@pytest.mark.parametrize("start", ["make ", "npm ", "mvn ", "cargo ", "nx ", "uv run ", "composer ", "./gradlew "])
@pytest.mark.parametrize("unit", ["-a ", "a ", "-a=b ", "A=b ", "a/", "te", "test-", "- "])
def test_hostile_lines_take_no_time(start: str, unit: str) -> None:
    begun = time.process_time()
    ci_tests.find(start + unit * 3_000)

    assert time.process_time() - begun < 1


def test_checking_the_types_of_tests_runs_none() -> None:
    assert ci_tests.find("run: poe type-tests") is None
    assert ci_tests.find("run: poe type-tests\nrun: poe tests --relaxed") == Hit(2, Strength.TARGET)


def test_the_lines_that_hold_a_word_come_once_each_and_with_their_number() -> None:
    text = "# a remark on pytest\nrun: |\n  PyTest && tox\n  echo\n  make \\\n    tox\n"
    assert list(ci_tests.holding(text, ("tox", "pytest"))) == [(3, "  PyTest && tox"), (5, "make     tox")]
    assert list(ci_tests.holding(text, ("nox",))) == []
    assert list(ci_tests.holding("", ("tox",))) == []
