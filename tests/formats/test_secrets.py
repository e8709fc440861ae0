# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credentials import armoured, key_bytes, randomish, with_check_digits
from ospo.formats.secrets import KINDS, MAX_BYTES, MOST_HITS, OFTEN_PUBLIC, Hit, find, is_looked_at

HEX = "0123456789abcdef"
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
AWS_ID = "AKIA" + randomish(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
AWS_SECRET = randomish(40, BASE64, seed=11)
SLACK_HOOK = "https://hooks.slack.com/services/T" + randomish(8, "ABCDEFGH123") + "/B" + randomish(10, "ABCDEFGH123")


def kinds(text: str) -> list[str]:
    return [hit.kind for hit in find(text.encode())]


TOKENS = {
    "github-token": [
        with_check_digits("ghp_"),
        with_check_digits("gho_"),
        "github_pat_" + randomish(22) + "_" + randomish(59),
    ],
    "npm-token": [with_check_digits("npm_")],
    "gitlab-token": ["glpat-" + randomish(20), "glrt-" + randomish(20), "glrt-t1_" + randomish(20)],
    "slack-token": ["xoxb-" + randomish(12, "0123456789") + "-" + randomish(12, "0123456789") + "-" + randomish(24)],
    "slack-webhook": [SLACK_HOOK + "/" + randomish(24)],
    "google-api-key": ["AIza" + randomish(35)],
    "google-client-secret": ["GOCSPX-" + randomish(28)],
    "pypi-token": ["pypi-AgEIcHlwaS5vcmc" + randomish(150)],
    "stripe-key": ["sk_live_" + randomish(24), "rk_live_" + randomish(99)],
    "sendgrid-key": ["SG." + randomish(22) + "." + randomish(43)],
    "vault-token": ["hvs." + randomish(95)],
    "digitalocean-token": ["dop_v1_" + randomish(64, HEX)],
    "docker-token": ["dckr_pat_" + randomish(27)],
    "rubygems-key": ["rubygems_" + randomish(48, HEX)],
    "hugging-face-token": ["hf_" + randomish(34, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")],
    "grafana-token": ["glsa_" + randomish(32) + "_" + randomish(8, HEX)],
    "sonarqube-token": ["squ_" + randomish(40, HEX), "sqp_" + randomish(40, HEX)],
    "anthropic-key": ["sk-ant-api03-" + randomish(95)],
    "openai-key": [
        "sk-" + randomish(20) + "T3BlbkFJ" + randomish(20),
        "sk-proj-" + randomish(60) + "T3BlbkFJ" + randomish(60),
    ],
    "age-key": ["AGE-SECRET-KEY-1" + randomish(58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")],
    "atlassian-token": ["ATATT3xFfGF0" + randomish(180)],
    "azure-storage-key": ["AccountKey=" + randomish(86, BASE64) + "=="],
    "azure-client-secret": [randomish(3) + "8Q~" + randomish(34)],
    "private-key": [armoured(key_bytes())],
}


@pytest.mark.parametrize(("kind", "token"), [(kind, token) for kind, tokens in TOKENS.items() for token in tokens])
@pytest.mark.parametrize("around", ['key = "{}"\n', "{}", "KEY={}\nOTHER=1\n", "curl -H 'Token: {}' x"])
def test_a_token_is_found_whatever_stands_around_it(kind: str, token: str, around: str) -> None:
    assert kinds(around.format(token)) == [kind]


def test_a_hit_names_kind_and_line_and_nothing_else() -> None:
    token = with_check_digits("ghp_")

    assert find(f"a\nb\ntoken: {token}\n".encode()) == (Hit("github-token", 3),)
    assert token not in repr(find(token.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "ghp_" + "x" * 36,
        "ghp_" + randomish(36),
        "npm_" + randomish(36),
        "ghp_" + randomish(20),
        with_check_digits("ghp_") + "abc",
        "glpat-xxxxxxxxxxxxxxxxxxxx",
        "glpat-your-personal-token-1",
        "glpat-" + "abcdefghijklmnopqrst",
        "sk_test_" + randomish(24),
        "pk_live_" + randomish(24),
        "sk-" + randomish(48),
        "xoxb-not-a-real-slack-bot-value",
        "hf_hub_download_of_models_and_datasets",
        "SG.xxxxxxxxxxxxxxxxxxxxxx." + "x" * 43,
        "AccountKey=" + "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1" + randomish(54, BASE64) + "==",
        "AccountKey=",
        "AIza" + "A" * 35,
        SLACK_HOOK + "/" + "X" * 24,
    ],
)
def test_placeholders_and_lookalikes_are_not_found(text: str) -> None:
    assert kinds(f"value: {text}\n") == []


def test_an_id_of_aws_with_its_secret_beside_it_is_found() -> None:
    assert kinds(f"id = {AWS_ID}\nsecret = {AWS_SECRET}\n") == ["aws-key"]


@pytest.mark.parametrize(
    "text",
    [
        f"id = {AWS_ID}\n",
        f"id = {AWS_ID}\ncommit = {randomish(40, HEX)}\n",
        f"id = {AWS_ID}\n" + "far\n" * 300 + f"secret = {AWS_SECRET}\n",
        f"secret = {AWS_SECRET}\n",
        "AKIAIOSFODNN7EXAMPLE\nwJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
        f"id = AKIA{'A' * 16}\nsecret = {AWS_SECRET}\n",
    ],
    ids=["alone", "a-commit", "far-away", "no-id", "documentation", "no-randomness"],
)
def test_an_id_of_aws_without_a_secret_opens_nothing(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "remark", ["# gitleaks:allow", "// pragma: allowlist secret", "# trufflehog:ignore", "# noqa: S105"]
)
def test_a_remark_for_scanners_on_the_line_excuses_it(remark: str) -> None:
    token = with_check_digits("ghp_")

    assert find(f"{remark}\nA={token}\nB={with_check_digits('ghp_', seed=3)} {remark}\n".encode()) == (
        Hit("github-token", 2),
        Hit("github-token", 3, is_excused=True),
    )


def test_a_binary_file_has_none() -> None:
    assert find(b"\0" + with_check_digits("ghp_").encode()) == ()


def test_encrypted_files_have_none() -> None:
    vault = "$ANSIBLE_VAULT;1.1;AES256\n" + randomish(2000, HEX)
    sops = f"key: ENC[AES256_GCM,data:{randomish(60, BASE64)},iv:{randomish(44, BASE64)},tag:x,type:str]\n"

    assert kinds(vault) == kinds(sops) == []


def test_one_line_counts_once_for_a_kind() -> None:
    assert len(find(f"{with_check_digits('ghp_')} {with_check_digits('ghp_', seed=3)}".encode())) == 1


def test_a_file_gives_no_more_than_the_cap() -> None:
    lines = [with_check_digits("ghp_", seed=n) for n in range(MOST_HITS + 10)]

    assert len(find("\n".join(lines).encode())) == MOST_HITS


def test_what_comes_after_the_cap_of_a_file_is_not_looked_at() -> None:
    token = with_check_digits("ghp_").encode()

    assert find(b"a " * (MAX_BYTES // 2) + token) == ()
    assert find(token + b" a" * (MAX_BYTES // 2)) != ()


@pytest.mark.parametrize(
    "unit", ["a", "ghp_", "-----BEGIN PRIVATE KEY-----", "AKIA" + "A" * 16 + " ", "SG." + "a" * 43 + "~"]
)
def test_a_file_full_of_almost_tokens_is_read_to_its_end(unit: str) -> None:
    assert find((unit * 40_000)[:MAX_BYTES].encode() + b"\n") == ()


@given(st.binary(max_size=400))
def test_any_bytes_give_an_answer(content: bytes) -> None:
    assert all(hit.line >= 1 for hit in find(content))


def test_every_kind_is_tested_and_those_that_may_be_public_are_kinds() -> None:
    assert {*TOKENS, "aws-key"} == KINDS
    assert OFTEN_PUBLIC < KINDS


@pytest.mark.parametrize(
    "path", ["package-lock.json", "a/uv.lock", "go.sum", "logo.svg", "site.css", "nl.po", "app.min.js"]
)
def test_some_files_are_no_place_for_one(path: str) -> None:
    assert not is_looked_at(path)


@pytest.mark.parametrize("path", ["config.json", "a.js", "lock", "locks/a.py", ".env", "x.svg/a.txt", "package.json"])
def test_other_files_are_looked_at(path: str) -> None:
    assert is_looked_at(path)
