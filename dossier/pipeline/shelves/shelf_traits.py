"""The traits of the actors of a shelf, as they are kept."""

from dossier.codec import DatedActForm, TraitsForm
from dossier.model import Quote, Span
from dossier.resolve import DatedAct, Traits


def traits_form(traits: Traits) -> TraitsForm:
    """The form of the traits of an actor."""
    return TraitsForm(
        roles=sorted(traits.roles),
        genders=dict(traits.genders),
        styles=sorted(traits.styles),
        personal=traits.is_personal,
        death=_act_form(traits.death),
        last_act=_act_form(traits.last_act),
    )


def traits_of(form: TraitsForm) -> Traits:
    """The traits of the form."""
    return Traits(
        frozenset(form.roles),
        form.genders,
        frozenset(form.styles),
        form.personal,
        _act(form.death),
        _act(form.last_act),
    )


def _act_form(act: DatedAct | None) -> DatedActForm | None:
    if act is None:
        return None
    span = act.quote.span
    return DatedActForm(start=span.start, end=span.end, text=act.quote.exact, day=act.day, article=act.article)


def _act(form: DatedActForm | None) -> DatedAct | None:
    return DatedAct(form.day, form.article, Quote(Span(form.start, form.end), form.text)) if form else None
