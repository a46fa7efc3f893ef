#include "base/error.h"
#include "tabular/xml.h"

#include <gtest/gtest.h>

namespace {

struct Refused
{
    const char* name;
    QByteArray xml;
    base::ErrorCode code;
};

QByteArray nested(int depth)
{
    return QByteArray("<a>").repeated(depth) + QByteArray("</a>").repeated(depth);
}

class XmlRefusal : public testing::TestWithParam<Refused>
{
};

TEST_P(XmlRefusal, isAnErrorAndFast)
{
    try {
        tabular::parseXml(GetParam().xml);
        FAIL() << "accepted";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), GetParam().code) << error.what();
    }
}

INSTANTIATE_TEST_SUITE_P(
    Documents, XmlRefusal,
    testing::Values(
        Refused{"empty", "", base::ErrorCode::Malformed},
        Refused{"notXml", "hello", base::ErrorCode::Malformed},
        Refused{"unclosed", "<a><b></a>", base::ErrorCode::Malformed},
        Refused{"doctype", "<!DOCTYPE a><a/>", base::ErrorCode::Malformed},
        Refused{"externalEntity", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
                base::ErrorCode::Malformed},
        Refused{"unknownEntity", "<a>&e;</a>", base::ErrorCode::Malformed},
        Refused{"deep", nested(101), base::ErrorCode::LimitExceeded},
        Refused{"veryDeep", QByteArray("<a>").repeated(5'000'000), base::ErrorCode::LimitExceeded},
        Refused{"manyNodes", "<a>" + QByteArray("<b/>").repeated(1'000'001) + "</a>",
                base::ErrorCode::LimitExceeded}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Xml, givesATreeReadWhateverThePrefixes)
{
    const auto document = tabular::parseXml("<?xml version='1.0'?><h:html xmlns:h='x'><!-- no "
                                            "--><h:head><title>A &amp; <b>é</b> </title></h:head></h:html>");
    const pugi::xml_node head = tabular::child(document->document_element(), "head");
    EXPECT_EQ(tabular::localName(head), QStringLiteral("head"));
    EXPECT_EQ(tabular::innerText(tabular::child(head, "title")), QStringLiteral("A & é "));
    EXPECT_FALSE(tabular::child(head, "absent"));
}

TEST(Xml, acceptsTheDeepestAllowed)
{
    EXPECT_NO_THROW(tabular::parseXml(nested(100)));
}

TEST(XmlStream, tellsAttributesByLocalName)
{
    tabular::XmlStream stream("<a xmlns:r='y' r:id='7'/>");
    while (stream.next() && !stream.atStart(u"a")) {
    }
    EXPECT_EQ(stream.attribute(u"id"), QStringLiteral("7"));
    EXPECT_EQ(stream.depth(), 1);
}

} // namespace
