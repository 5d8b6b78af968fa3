//===- Mutate.cpp - Changes of modules as text ----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Changed bytes hardly ever parse. Changed tokens and lines do, and then meet
// the verifiers and the passes.
//
//===----------------------------------------------------------------------===//

#include "Parser.h"

#include "mlir/IR/OperationSupport.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace fuzz;
using llvm::StringRef;

Mutator::Mutator(mlir::MLIRContext &context) {
  for (mlir::RegisteredOperationName name : context.getRegisteredOperations()) {
    StringRef dialect = name.getDialectNamespace();
    if (llvm::is_contained({"act", "halide", "arith", "math", "tensor", "func", "linalg"}, dialect))
      words.push_back(name.getStringRef().str());
  }
  for (const char *word :
       {"f16", "bf16", "f32", "f64", "i1", "i8", "i32", "i64", "index", "tensor", "vector", "memref",
        "tensor<?xf32>", "tensor<f32>", "tensor<0xf16>", "tensor<1xbf16>", "tensor<*xf32>", "tensor<?x?xf64>",
        "tensor<4x?x1xf32>", "tensor<64xi8>", "alpha", "slope", "beta", "lambda_min", "approximate", "channel_dim",
        "gradient", "residual", "#act.shift<0.5>", "#act.leak<0.1 : f64>", "#act.residual<mask>",
        "#act.residual<output>", "#act.residual<input>", "#act.residual<recompute>", "\"tanh\"", "\"none\"",
        "backward", "parameters", "cotangent", "act.role", "iterator_types", "indexing_maps", "\"parallel\"",
        "\"reduction\"", "ins", "outs", "affine_map<(d0, d1) -> (d0, d1)>", "affine_map<(d0, d1) -> (d1)>",
        "affine_map<(d0) -> (2 * d0)>", "affine_map<() -> ()>", "dense<1.0>", "fastmath<contract>", "private",
        "attributes", "outputs", "reduce", "guard", "split", "parallel", "vectorize", "unroll", "compute_at",
        "compute_root", "self", "to", "true", "false", "0", "1", "-1", "2", "16", "512", "4096", "4294967296",
        "9223372036854775807", "0.0", "-0.0", "1.0e308", "1.0e-320", "0x7F800000", "0x7FF0000000000000", "{", "}",
        "(", ")", "<", ">", "[", "]", ",", ":", "->", "=", "?", "@", "%", "#", "\"x\""})
    words.push_back(word);
}

namespace {
struct Token {
  size_t begin, end;
};
} // namespace

static bool isWord(char c) { return llvm::isAlnum(c) || c == '_' || c == '.' || c == '$'; }

/// Names with their sigils, numbers, strings, arrows and single characters.
static std::vector<Token> tokenize(StringRef text) {
  std::vector<Token> tokens;
  for (size_t i = 0; i < text.size();) {
    if (llvm::isSpace(text[i])) {
      ++i;
      continue;
    }
    size_t end = i + 1;
    if (text[i] == '"') {
      end = text.find('"', i + 1);
      end = end == StringRef::npos ? text.size() : end + 1;
    } else if (isWord(text[i]) || llvm::is_contained({'%', '@', '#', '!', '^'}, text[i])) {
      while (end < text.size() && isWord(text[end]))
        ++end;
    } else if (text.substr(i, 2) == "->") {
      end = i + 2;
    }
    tokens.push_back({i, end});
    i = end;
  }
  return tokens;
}

/// Tokens of one class stand for each other.
static char classOf(StringRef token) {
  if (llvm::isDigit(token.front()))
    return '0';
  return llvm::isAlpha(token.front()) ? (token.contains('.') ? '.' : 'a') : token.front();
}

std::string Mutator::mutate(StringRef text, unsigned seed) {
  std::mt19937 random(seed);
  auto below = [&](size_t end) { return random() % std::max<size_t>(end, 1); };
  std::string result = text.str();
  for (unsigned changes = 1 + below(3); changes-- > 0;) {
    std::vector<Token> tokens = tokenize(result);
    if (tokens.empty())
      return words[below(words.size())];
    auto text = [&](Token token) { return result.substr(token.begin, token.end - token.begin); };
    auto replace = [&](Token token, const std::string &with) {
      result.replace(token.begin, token.end - token.begin, with);
    };
    Token token = tokens[below(tokens.size())];
    switch (below(10)) {
    case 0:
      replace(token, "");
      break;
    case 1:
      replace(token, text(token) + " " + text(tokens[below(tokens.size())]));
      break;
    case 2: { // swap with a neighbour's neighbour
      size_t at = below(tokens.size()), to = std::min(at + 1 + below(3), tokens.size() - 1);
      std::string first = text(tokens[at]), second = text(tokens[to]);
      replace(tokens[to], first);
      replace(tokens[at], second);
      break;
    }
    case 3:
    case 4:
    case 5: { // another token of the kind, from here
      std::vector<std::string> others;
      for (Token other : tokens)
        if (classOf(text(other)) == classOf(text(token)))
          others.push_back(text(other));
      replace(token, others[below(others.size())]);
      break;
    }
    case 6:
    case 7: { // or from everywhere
      std::vector<const std::string *> others;
      for (const std::string &word : words)
        if (classOf(word) == classOf(text(token)))
          others.push_back(&word);
      replace(token, others.empty() ? words[below(words.size())] : *others[below(others.size())]);
      break;
    }
    case 8:
      replace(token, text(token) + " " + words[below(words.size())]);
      break;
    default: { // a line goes, comes twice, or moves
      llvm::SmallVector<StringRef> lines;
      std::string copy = result;
      StringRef(copy).split(lines, '\n');
      size_t at = below(lines.size()), to = below(lines.size());
      StringRef line = lines[at];
      unsigned kind = below(3);
      if (kind != 0)
        lines.erase(lines.begin() + at);
      if (kind != 1)
        lines.insert(lines.begin() + std::min(to, lines.size()), line);
      result = llvm::join(lines, "\n");
      break;
    }
    }
  }
  return result;
}

std::string Mutator::cross(StringRef text, StringRef other, unsigned seed) {
  std::mt19937 random(seed);
  llvm::SmallVector<StringRef> lines, others;
  text.split(lines, '\n');
  other.split(others, '\n');
  size_t first = random() % others.size(), count = 1 + random() % 6;
  auto chosen = llvm::ArrayRef(others).slice(first).take_front(count);
  lines.insert(lines.begin() + random() % (lines.size() + 1), chosen.begin(), chosen.end());
  return llvm::join(lines, "\n");
}
