"""Asks pyHanko about the signatures of one or more PDFs, offline. One line of JSON for each file.

Every signature is looked at twice: as it stands in the file (whole, covered, what later revisions changed), and by
the procedure of EN 319 102-1 that --ades names. Exit 0 all passed, 1 some did not, 2 wrong use.
"""

import argparse
import asyncio
import json
import logging
import sys
from pathlib import Path

from asn1crypto.crl import CertificateList
from asn1crypto.ocsp import OCSPResponse
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import ades, async_validate_pdf_signature
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge,
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer, OCSPContainer


def asked():
    parser = argparse.ArgumentParser(prog="pyhanko")
    parser.add_argument("--trust", action="append", default=[], metavar="CERTIFICATE")
    parser.add_argument("--crl", action="append", default=[])
    parser.add_argument("--ocsp", action="append", default=[])
    parser.add_argument("--ades", choices=["basic", "time", "archival"], default="time")
    parser.add_argument("files", nargs="+")
    return parser.parse_args()


class Judge:
    def __init__(self, options):
        self.ades = options.ades
        self.roots = list(load_certs_from_pemder(options.trust))
        self.crls = [CertificateList.load(Path(name).read_bytes()) for name in options.crl]
        self.ocsps = [OCSPResponse.load(Path(name).read_bytes()) for name in options.ocsp]
        known_ocsps = [entry for answer in self.ocsps for entry in OCSPContainer.load_multi(answer)]
        self.spec = SignatureValidationSpec(
            cert_validation_policy=CertValidationPolicySpec(
                trust_manager=SimpleTrustManager.build(trust_roots=self.roots),
                revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
            ),
            revinfo_gathering_policy=RevocationInfoGatheringSpec(
                online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY
            ),
            local_knowledge=LocalKnowledge(
                known_crls=[CRLContainer(crl) for crl in self.crls], known_ocsps=known_ocsps
            ),
        )

    async def file(self, path):
        answer = {"file": path, "passed": False, "signatures": []}
        try:
            with open(path, "rb") as stream:
                reader = PdfFileReader(stream)
                for embedded in reader.embedded_regular_signatures:
                    answer["signatures"].append(await self.signature(embedded))
                answer["timestamps"] = len(reader.embedded_timestamp_signatures)
        except Exception as cannot_read:
            answer["refused"] = f"{type(cannot_read).__name__}: {cannot_read}"
            return answer
        answer["passed"] = bool(answer["signatures"]) and all(
            one["whole"] and one["ades"] == "OK" for one in answer["signatures"]
        )
        return answer

    async def signature(self, embedded):
        seen = {"field": embedded.field_name, "whole": False, "ades": "ERROR"}
        try:
            context = ValidationContext(
                trust_roots=self.roots,
                allow_fetching=False,
                crls=self.crls,
                ocsps=self.ocsps,
                revocation_mode="soft-fail",
            )
            status = await async_validate_pdf_signature(embedded, signer_validation_context=context)
            seen["whole"] = bool(status.bottom_line)
            seen["coverage"] = status.coverage.name
            seen["changed"] = str(status.modification_level)
        except Exception as refused:
            seen["refused"] = f"{type(refused).__name__}: {refused}"
        try:
            verdict = await self.by_the_standard(embedded)
            seen["ades"] = getattr(verdict.ades_subindic, "name", str(verdict.ades_subindic))
            seen["why"] = verdict.failure_msg
        except Exception as refused:
            seen["why"] = f"{type(refused).__name__}: {refused}"
        return seen

    async def by_the_standard(self, embedded):
        if self.ades == "archival":
            return await ades.ades_lta_validation(embedded, PdfSignatureValidationSpec(self.spec))
        procedure = ades.ades_basic_validation if self.ades == "basic" else ades.ades_with_time_validation
        return await procedure(embedded.signed_data, self.spec, raw_digest=embedded.compute_digest())


async def main():
    logging.disable(logging.CRITICAL)
    options = asked()
    judge = Judge(options)
    all_passed = True
    for path in options.files:
        answer = await judge.file(path)
        print(json.dumps(answer, default=str), flush=True)
        all_passed = all_passed and answer["passed"]
    return 0 if all_passed else 1


sys.exit(asyncio.run(main()))
