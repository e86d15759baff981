"""Say in a PDF/A of WeasyPrint that it is a PDF/UA too, and name what it holds."""

import re
from typing import Any

_END = b"</rdf:RDF>"
_DECLARATION = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""PDF/A allows only metadata that it knows or that the file describes; it does not know those of PDF/UA."""


def declare_accessible(pdf: Any) -> None:
    """Add to the metadata of a PDF that it conforms to PDF/UA-1. They stay uncompressed, for tools that read no PDF."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    (packet,) = metadata.stream
    metadata.stream[:] = [packet.replace(_END, _DECLARATION + _END)]
    metadata.compress = False


_ANCHOR = re.compile(r"([a-z])(\d+)")
_PLACES = {
    "d": "description",
    "k": "names",
    "n": "note",
    "q": "quotation",
    "r": "entry",
    "s": "source",
    "w": "who is who",
}
"""What an anchor is whose name is a letter and a number."""


def describe_links(pdf: Any) -> None:
    """Let each link within the document say in words where it leads ("note 3"), for those who have it read to them."""
    for link in pdf.objects:
        if isinstance(link, dict) and link.get("Subtype") == "/Link" and "Dest" in link:
            link["Contents"].string = _place(str(link["Dest"].string))


def _place(anchor: str) -> str:
    """The words for an anchor; of a section, its name."""
    if found := _ANCHOR.fullmatch(anchor):
        return f"{_PLACES.get(found[1], 'place')} {found[2]}"
    return anchor.replace("-", " ")


def list_attachments_once(pdf: Any) -> None:
    """Name each attachment once in the catalogue: WeasyPrint 70 names it twice."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
