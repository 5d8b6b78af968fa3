//===- Tensors.cpp - Numbers for tests and how they are compared ----------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tensors.h"

#include "mlir/IR/Builders.h"

#include <cmath>
#include <cstring>

using namespace fuzz;
using llvm::APFloat;

mlir::FloatType fuzz::getType(mlir::MLIRContext &context, Element element) {
  mlir::Builder builder(&context);
  switch (element) {
  case Element::F16:
    return builder.getF16Type();
  case Element::BF16:
    return builder.getBF16Type();
  case Element::F32:
    return builder.getF32Type();
  case Element::F64:
    return builder.getF64Type();
  }
  return {};
}

const llvm::fltSemantics &fuzz::getSemantics(Element element) {
  switch (element) {
  case Element::F16:
    return APFloat::IEEEhalf();
  case Element::BF16:
    return APFloat::BFloat();
  case Element::F32:
    return APFloat::IEEEsingle();
  case Element::F64:
    return APFloat::IEEEdouble();
  }
  return APFloat::IEEEdouble();
}

uint64_t fuzz::toBits(double value, Element element) {
  APFloat number(value);
  bool lost;
  number.convert(getSemantics(element), APFloat::rmNearestTiesToEven, &lost);
  return number.bitcastToAPInt().getZExtValue();
}

double fuzz::toDouble(uint64_t bits, Element element) {
  const llvm::fltSemantics &semantics = getSemantics(element);
  APFloat number(semantics, llvm::APInt(APFloat::getSizeInBits(semantics), bits));
  bool lost;
  number.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &lost);
  return number.convertToDouble();
}

uint64_t fuzz::getBits(const HostTensor &tensor, int64_t i) {
  size_t size = tensor.element.getIntOrFloatBitWidth() / 8;
  uint64_t bits = 0;
  std::memcpy(&bits, tensor.data.data() + i * size, size);
  return bits;
}

void fuzz::setBits(HostTensor &tensor, int64_t i, uint64_t bits) {
  size_t size = tensor.element.getIntOrFloatBitWidth() / 8;
  std::memcpy(tensor.data.data() + i * size, &bits, size);
}

HostTensor fuzz::makeTensor(mlir::MLIRContext &context, Element element,
                            std::vector<int64_t> shape) {
  HostTensor tensor;
  tensor.element = getType(context, element);
  tensor.shape.assign(shape.begin(), shape.end());
  tensor.data.resize(tensor.getElementCount() *
                     tensor.element.getIntOrFloatBitWidth() / 8);
  return tensor;
}

static double makeNumber(Random &random, Data data, Element element) {
  const double infinity = HUGE_VAL, nan = std::nan("");
  switch (data) {
  case Data::Parameter:
    return random.chance(0.1)   ? random.pick({0.0, -0.0, -0.5, 1e-4, 1.0})
           : random.chance(0.1) ? random.uniform(-2, 8)
                                : random.uniform(0.05, 3);
  case Data::Cotangent:
    if (random.chance(0.06))
      return random.pick({0.0, -0.0, infinity, -infinity, nan, 1e-30, -1e30});
    return random.uniform(-4, 4);
  case Data::Input:
    break;
  }
  if (random.chance(0.12))
    return random.pick({0.0, -0.0, nan, infinity, -infinity, 1.0, -1.0, 3.0, -3.0,
                        6.0, -6.0, 0.5, -0.5, 1e-45, -1e-45, 6e-8, -6e-8, 2e-38,
                        -2e-38, 65504.0, -65504.0, 3.4e38, -3.4e38, 1e300, -1e300,
                        88.8, -88.8, -104.0, 709.9, -745.2});
  if (random.chance(0.15))
    return std::ldexp(random.uniform(-1, 1), int(random.below(60)) - 40);
  return random.uniform(-8, 8);
}

void fuzz::fill(HostTensor &tensor, Element element, Data data, uint64_t seed,
                unsigned stream, uint64_t first) {
  for (int64_t i = 0, n = tensor.getElementCount(); i < n; ++i) {
    Random random(Random(seed + 0x9E37 * (stream + 1)).next() ^
                  Random(first + i).next());
    setBits(tensor, i, toBits(makeNumber(random, data, element), element));
  }
}

bool fuzz::isSame(uint64_t a, uint64_t b, Element element) {
  return a == b || (std::isnan(toDouble(a, element)) && std::isnan(toDouble(b, element)));
}

/// Calls add(sum, row, index in the row, linear index).
template <typename Add>
static void visitTerms(llvm::ArrayRef<int64_t> shape, int channel, Add add) {
  int64_t outer = 1, channels = 1, inner = 1;
  for (auto [dim, extent] : llvm::enumerate(shape)) {
    if (channel < 0 || int(dim) > channel)
      inner *= extent;
    else if (int(dim) == channel)
      channels = extent;
    else
      outer *= extent;
  }
  bool last = channel >= 0 && channel + 1 == int(shape.size());
  for (int64_t c = 0; c < channels; ++c)
    for (int64_t o = 0; o < outer; ++o)
      for (int64_t i = 0; i < inner; ++i)
        // With nothing inside, outer is what is summed in blocks.
        add(c, last ? 0 : o, last ? o : i, (o * channels + c) * inner + i);
}

static int64_t getSumCount(llvm::ArrayRef<int64_t> shape, int channel) {
  return channel < 0 ? 1 : shape[channel];
}

template <typename T>
static std::vector<double> sumInOrder(const HostTensor &terms, Element element,
                                      llvm::ArrayRef<int64_t> shape, int channel) {
  struct Sum {
    T total = 0, lanes[16] = {};
    int64_t row = 0, block = 0;
    bool any = false;
    void finish() {
      if (!any)
        return;
      T part = 0;
      for (T &lane : lanes) {
        part += lane;
        lane = 0;
      }
      total += part;
      any = false;
    }
  };
  std::vector<Sum> sums(getSumCount(shape, channel));
  visitTerms(shape, channel, [&](int64_t c, int64_t row, int64_t i, int64_t at) {
    Sum &sum = sums[c];
    if (sum.row != row || sum.block != i / 4096)
      sum.finish();
    sum.row = row;
    sum.block = i / 4096;
    sum.any = true;
    sum.lanes[i % 16] += T(toDouble(getBits(terms, at), element));
  });
  std::vector<double> totals;
  for (Sum &sum : sums) {
    sum.finish();
    totals.push_back(sum.total);
  }
  return totals;
}

std::vector<double> fuzz::sumTerms(const HostTensor &terms, Element element,
                                   llvm::ArrayRef<int64_t> shape, int channel) {
  return element == Element::F64
             ? sumInOrder<double>(terms, element, shape, channel)
             : sumInOrder<float>(terms, element, shape, channel);
}

std::vector<double> fuzz::sumSizes(const HostTensor &terms, Element element,
                                   llvm::ArrayRef<int64_t> shape, int channel) {
  std::vector<double> sums(getSumCount(shape, channel));
  visitTerms(shape, channel, [&](int64_t c, int64_t, int64_t, int64_t at) {
    sums[c] += std::abs(toDouble(getBits(terms, at), element));
  });
  return sums;
}

double fuzz::getUlp(double value, Element element) {
  const llvm::fltSemantics &semantics = getSemantics(element);
  int precision = APFloat::semanticsPrecision(semantics);
  int smallest = APFloat::semanticsMinExponent(semantics) - precision + 1;
  int exponent = value == 0 ? smallest : std::ilogb(value) - precision + 1;
  return std::ldexp(1, std::max(exponent, smallest));
}

bool fuzz::isNear(double got, double wanted, Element element, double x,
                  double scale) {
  if (std::isnan(got) || std::isnan(wanted))
    return std::isnan(got) == std::isnan(wanted);
  if (got == wanted)
    return true;
  // Where one overflows and the other just does not, both are that large.
  double largest = toDouble(
      APFloat::getLargest(getSemantics(element)).bitcastToAPInt().getZExtValue(), element);
  auto finite = [&](double value) { return std::clamp(value, -largest, largest); };
  got = finite(got), wanted = finite(wanted);
  double size = std::max(1.0, std::abs(x)) * std::abs(scale);
  bool wide = element == Element::F64;
  double contract = wide ? 1e-15 * size
                         : std::max(2e-7 * size, 4 * getUlp(wanted, Element::F32));
  double rounding = wide ? getUlp(wanted, element) * 2 : getUlp(wanted, element);
  return std::abs(got - wanted) <= 2 * contract + rounding;
}
