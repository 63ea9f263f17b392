"""Asks eark-validator (DILCIS Board) about E-ARK packages, folders or zips, by the profiles of one version.

One line of JSON for each package with all that is found; exit 0 all passed, 1 some did not, 2 wrong use.
"""

import argparse
import importlib.util
import io
import json
import logging
import sys
import urllib.request
from pathlib import Path

# While it is imported it fetches four vocabularies from the web, though it carries copies of them: it gets those.
_copies = Path(importlib.util.find_spec("eark_validator").origin).parent / "ipxml" / "resources" / "vocabs"
urllib.request.urlopen = lambda url, *_: io.BytesIO((_copies / url.rsplit("/", 1)[1]).read_bytes())

import eark_validator.packages as packages  # noqa: E402
from eark_validator.specifications.specification import SpecificationVersion  # noqa: E402

VERSIONS = {"2.0.4": SpecificationVersion.V2_0_4, "2.1.0": SpecificationVersion.V2_1_0}


def main():
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser()
    parser.add_argument("--version", choices=list(VERSIONS), required=True)
    parser.add_argument("packages", nargs="+")
    asked = parser.parse_args()
    answers = [judge(path, VERSIONS[asked.version]) for path in asked.packages]
    for answer in answers:
        print(json.dumps(answer, ensure_ascii=False))
    sys.exit(0 if all(answer["passed"] for answer in answers) else 1)


def judge(path, version):
    try:
        report = packages.PackageValidator(Path(path), version).validation_report
    except Exception as cannot_read:
        return {"file": path, "passed": False, "refused": f"{type(cannot_read).__name__}: {cannot_read}"}
    messages = list(report.structure.messages)
    if report.metadata:
        messages += report.metadata.schema_results.messages
        messages += report.metadata.schematron_results.messages
    findings = [
        {
            "requirement": one.rule_id,
            "severity": str(one.severity.value).lower(),
            "message": one.message,
            "location": str(one.location),
        }
        for one in messages
    ]
    # "info" tells of something optional that is there.
    passed = all(finding["severity"] == "info" for finding in findings)
    return {"file": path, "passed": passed, "findings": findings}


main()
