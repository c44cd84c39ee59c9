#include "exchange/json_reader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace sextant {
namespace {

// Reads a value of any structure and writes down what it contains.
bool ReadAnything(JsonReader& reader, char kind, std::string* seen) {
  std::string_view text;
  double number;
  std::string_view key;
  switch (kind) {
    case '"':
      if (!reader.ReadText(&text)) return false;
      *seen += "'" + std::string(text) + "'";
      return true;
    case '{':
      if (!reader.BeginObject()) return false;
      *seen += '{';
      while (reader.NextMember(&key)) {
        *seen += std::string(key) + ':';
        // The first letter of a key names the type of its value.
        const char type = key.empty() ? '#' : key[0];
        const char next = type == 't'   ? '"'
                          : type == 'o' ? '{'
                          : type == 'l' ? '['
                                        : '#';
        if (!ReadAnything(reader, next, seen)) return false;
      }
      *seen += '}';
      return !reader.failed();
    case '[':
      if (!reader.BeginList()) return false;
      *seen += '[';
      while (reader.NextElement()) {
        if (!ReadAnything(reader, '#', seen)) return false;
      }
      *seen += ']';
      return !reader.failed();
    default:
      if (!reader.ReadNumber(&number)) return false;
      *seen += std::to_string(static_cast<int>(number)) + ' ';
      return true;
  }
}

std::string Read(std::string_view json, char kind) {
  JsonReader reader(json);
  std::string seen;
  if (ReadAnything(reader, kind, &seen) && reader.Finish()) return seen;
  return std::string(ErrorCodeName(reader.error().code)) + " " +
         reader.error().field + " " + reader.error().detail + " " +
         std::to_string(reader.error().line);
}

TEST(JsonReader, ReadsWhatIsThere) {
  EXPECT_EQ(Read(R"({"a":1,"t":"x","l":[1,2],"o":{"b":3}})", '{'),
            "{a:1 t:'x'l:[1 2 ]o:{b:3 }}");
  EXPECT_EQ(Read(" {\n\t\"a\" :\r\n 1 , \"b\":2 } ", '{'), "{a:1 b:2 }");
  EXPECT_EQ(Read("{}", '{'), "{}");
  EXPECT_EQ(Read("[ ]", '['), "[]");
  EXPECT_EQ(Read(R"({"":1})", '{'), "{:1 }");
}

TEST(JsonReader, UndoesEscapes) {
  EXPECT_EQ(Read(R"("\"\\\/\n\t\r")", '"'), "'\"\\/\n\t\r'");
  EXPECT_EQ(Read(R"("\u0041\u00e9\u5716\ud83d\ude00\uD83D\uDE00")", '"'),
            "'Aé圖😀😀'");
  EXPECT_EQ(Read(R"({"\u0061":1})", '{'), "{a:1 }");
}

TEST(JsonReader, RefusesHalfOfASurrogatePair) {
  for (const char* text :
       {R"("\ud83d")", R"("\ud83dx")", R"("\ud83d\n")", R"("\ude00")",
        R"("\ud83d\ud83d")", R"("\ud83d\u0041")"}) {
    EXPECT_EQ(Read(text, '"'), "badText   1") << text;
  }
}

TEST(JsonReader, RefusesWhatIsNotUtf8) {
  for (const char* text : {"\"\xff\"", "\"\xc3\"", "\"\xc0\x80\"",
                           "\"\xed\xa0\x80\"", "\"\xf5\x80\x80\x80\""}) {
    EXPECT_EQ(Read(text, '"'), "badText   1");
  }
}

TEST(JsonReader, RefusesBadSyntaxByLine) {
  const struct {
    const char* json;
    const char* expected;
  } cases[] = {
      {"", "badSyntax  unexpectedEnd 1"},
      {"{", "badSyntax  unexpectedEnd 1"},
      {"{\"a\"", "badSyntax a unexpectedEnd 1"},
      {"{\"a\":", "badSyntax a unexpectedEnd 1"},
      {"{\"a\":1", "badSyntax a unexpectedEnd 1"},
      {"{\"a\":1,", "badSyntax  unexpectedEnd 1"},
      {"{\"a\":1,}", "badSyntax  unexpectedCharacter 1"},
      {"{,}", "badSyntax  unexpectedCharacter 1"},
      {"{a:1}", "badSyntax  unexpectedCharacter 1"},
      {"{'a':1}", "badSyntax  unexpectedCharacter 1"},
      {"{\"a\" 1}", "badSyntax a unexpectedCharacter 1"},
      {"{\n\n\"a\":1 \"b\":2}", "badSyntax a unexpectedCharacter 3"},
      {"{}\n}", "badSyntax  unexpectedCharacter 2"},
      {"{\"a\":01}", "badSyntax a badNumber 1"},
      {"{\"a\":1.}", "badSyntax a badNumber 1"},
      {"{\"a\":-}", "badSyntax a badNumber 1"},
      {"{\"a\":x}", "badSyntax a unexpectedCharacter 1"},
      {"{\"t\":\"x", "badSyntax t unexpectedEnd 1"},
      {"{\"t\":\"x\ny\"}", "badSyntax t badText 1"},
      {"{\"t\":\"\\x\"}", "badSyntax t badText 1"},
      {"{\"t\":\"\\u12g4\"}", "badSyntax t badText 1"},
      {"{\"t\":\"\\", "badSyntax t unexpectedEnd 1"},
      {"{\"l\":[1,]}", "badSyntax l[1] unexpectedCharacter 1"},
      {"{\"l\":[1 2]}", "badSyntax l[1] unexpectedCharacter 1"},
      {"{\"a\":#}", "badSyntax a unexpectedCharacter 1"},
      {"{\"a\":?}", "badSyntax a unexpectedCharacter 1"},
  };
  for (const auto& [json, expected] : cases) {
    EXPECT_EQ(Read(json, '{'), expected) << json;
  }
}

TEST(JsonReader, RefusesOtherTypesByPath) {
  for (const char* value : {"null", "true", "false", "\"x\"", "[]", "{}"}) {
    EXPECT_EQ(Read(std::string("{\"o\":{\"a\":") + value + "}}", '{'),
              "wrongType o.a number 1");
    EXPECT_EQ(Read(std::string("{\"l\":[0,") + value + "]}", '{'),
              "wrongType l[1] number 1");
  }
  EXPECT_EQ(Read("{\"t\":1}", '{'), "wrongType t text 1");
  EXPECT_EQ(Read("{\"o\":1}", '{'), "wrongType o object 1");
  EXPECT_EQ(Read("{\"l\":{}}", '{'), "wrongType l list 1");
  EXPECT_EQ(Read("[]", '{'), "wrongType  object 1");
}

TEST(JsonReader, RefusesDuplicateKeys) {
  EXPECT_EQ(Read(R"({"a":1,"b":2,"a":3})", '{'), "duplicate a a 1");
  EXPECT_EQ(Read(R"({"a":1,"\u0061":3})", '{'), "duplicate a a 1");
  // The same key in different objects is fine, and so is one that begins alike.
  EXPECT_EQ(Read(R"({"a":1,"o":{"a":2},"ab":3,"b":4})", '{'),
            "{a:1 o:{a:2 }ab:3 b:4 }");
}

TEST(JsonReader, LimitsNesting) {
  std::string json;
  for (size_t i = 0; i < JsonReader::kMaxDepth; ++i) json += "{\"o\":";
  const std::string deepest = json.substr(0, json.size() - 5) + "{\"a\":1}" +
                              std::string(JsonReader::kMaxDepth - 1, '}');
  EXPECT_EQ(Read(deepest, '{').find("badSyntax"), std::string::npos);
  const std::string deeper =
      json + "{}" + std::string(JsonReader::kMaxDepth, '}');
  EXPECT_NE(Read(deeper, '{').find("tooDeep"), std::string::npos);
  EXPECT_NE(Read(std::string(100000, '['), '[').find("wrongType"),
            std::string::npos);
}

TEST(JsonReader, HugeNumberIsInfiniteAndMinusZeroIsZero) {
  double number = 1;
  EXPECT_TRUE(JsonReader("1e999").ReadNumber(&number));
  EXPECT_EQ(number, std::numeric_limits<double>::infinity());
  EXPECT_TRUE(JsonReader("-0").ReadNumber(&number));
  EXPECT_FALSE(std::signbit(number));
}

TEST(JsonReader, CompactFormTakesNumbersFromTheArray) {
  const std::vector<double> numbers = {1, -0.0};
  JsonReader reader(R"([#,#])", numbers);
  double number = 0;
  ASSERT_TRUE(reader.BeginList());
  ASSERT_TRUE(reader.NextElement());
  ASSERT_TRUE(reader.ReadNumber(&number));
  EXPECT_EQ(number, 1);
  ASSERT_TRUE(reader.NextElement());
  ASSERT_TRUE(reader.ReadNumber(&number));
  EXPECT_FALSE(std::signbit(number));
  EXPECT_FALSE(reader.NextElement());
  EXPECT_TRUE(reader.Finish());
}

TEST(JsonReader, CompactFormRefusesAMissingNumberAndAnUnspeakableValue) {
  double number = 0;
  JsonReader missing("#", {});
  EXPECT_FALSE(missing.ReadNumber(&number));
  EXPECT_EQ(missing.error().code, ErrorCode::kBadSyntax);
  JsonReader unspeakable("?", {});
  EXPECT_FALSE(unspeakable.ReadNumber(&number));
  EXPECT_EQ(unspeakable.error().code, ErrorCode::kWrongType);
  JsonReader digits("12", {});
  EXPECT_FALSE(digits.ReadNumber(&number));
}

TEST(JsonReader, EverythingFailsAfterAFailure) {
  JsonReader reader("[1,2]");
  std::string_view text;
  double number;
  EXPECT_FALSE(reader.ReadText(&text));
  const Error first = reader.error();
  EXPECT_FALSE(reader.BeginList());
  EXPECT_FALSE(reader.BeginObject());
  EXPECT_FALSE(reader.ReadNumber(&number));
  EXPECT_FALSE(reader.Finish());
  EXPECT_EQ(reader.error(), first);
}

TEST(JsonReader, LongKeysAreQuotedInPart) {
  const std::string json = "{\"" + std::string(1000, 'k') + "\":1}";
  JsonReader reader(json);
  std::string_view key;
  ASSERT_TRUE(reader.BeginObject());
  ASSERT_TRUE(reader.NextMember(&key));
  EXPECT_EQ(key.size(), 1000u);
  EXPECT_EQ(reader.Path().size(), 64u);
  // Never half of a character.
  EXPECT_EQ(Truncated("a" + std::string(
                                "圖圖圖圖圖圖圖圖圖圖圖圖圖圖圖圖圖圖圖圖圖圖"))
                .size(),
            64u);
}

}  // namespace
}  // namespace sextant
