"""Why one person got, or did not get, each mail: their whole story in sentences."""

import datetime as dt

from weblocal.flows import finding
from weblocal.flows.workspace import Workspace
from weblocal.model.records import record
from weblocal.nurture import explain


@record
class WhyLine:
    """One sentence, and when it was decided."""

    at: dt.datetime
    words: str


def why(workspace: Workspace, person: str) -> tuple[WhyLine, ...]:
    """The story of the one contact whom `person` (part of a name, end of a number) fits; raises NotFound unless it is one."""
    contact_id = finding.find_one(workspace, person).id
    enrolments = workspace.ledger.read(lambda reading: reading.enrolments_of(contact_id))
    log = workspace.ledger.read(lambda reading: reading.step_log_of_contact(contact_id))
    ways, never = explain.story(enrolments, log, business=workspace.business)
    lines = [WhyLine(at=line.at, words=line.words) for way in ways for line in (*way.lines, *_missing(way))]
    lines += [WhyLine(at=line.at, words=line.words) for line in never]
    return tuple(sorted(lines, key=lambda line: line.at))


def _missing(way: explain.WayStory) -> tuple[explain.StoryLine, ...]:
    told = {line.words for line in way.lines}
    return tuple(line for line in way.unsent if line.words not in told)
