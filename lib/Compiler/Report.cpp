//===- Report.cpp - What training keeps and moves -------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Report.h"

#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "hysteron/Dialect/Act/Transforms/ResidualPlan.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/InterleavedRange.h"

using namespace mlir;
using namespace hysteron;

static std::string describe(Location location) {
  std::string text;
  llvm::raw_string_ostream out(text);
  if (auto place = location->findInstanceOf<FileLineColLoc>())
    out << place.getLine() << ":" << place.getColumn();
  else
    out << location;
  return text;
}

/// What backward reads of f_forward, by the name that it has there.
static std::string describeReads(const act::PlannedResidual &planned,
                                 func::FuncOp f) {
  switch (planned.kind) {
  case act::ResidualKind::Mask:
    return "mask";
  case act::ResidualKind::Recompute:
    return "x anew";
  default:
    break;
  }
  if (auto argument = dyn_cast<BlockArgument>(planned.tensor))
    return "argument " + std::to_string(argument.getArgNumber());
  for (auto [i, result] :
       llvm::enumerate(f.front().getTerminator()->getOperands()))
    if (result == planned.tensor)
      return "result " + std::to_string(i);
  if (planned.alive)
    return "shared";
  return planned.kind == act::ResidualKind::Output ? "y" : "x";
}

static ResidualReportRow getRow(const act::PlannedResidual &planned,
                                func::FuncOp f) {
  act::ActivationOpInterface op = planned.op;
  auto type = cast<RankedTensorType>(op->getOperand(0).getType());
  ResidualReportRow row;
  row.location = describe(op.getLoc());
  row.op = op->getName().stripDialect().str();
  row.residual = stringifyEnum(planned.kind).str();
  row.reads = describeReads(planned, f);
  row.keptBits = planned.cost.kept;
  row.forwardBits = planned.cost.forward;
  row.backwardBits = planned.cost.backward;
  if (row.keptBits == 0)
    row.keptBytes = 0;
  else if (type.hasStaticShape())
    row.keptBytes = planned.kind == act::ResidualKind::Mask
                        ? act::getMaskType(type).getNumElements()
                        : type.getNumElements() * row.keptBits / 8;
  // A user's activation or gradient is an autograd.Function with x.
  SmallVector<StringRef> saved = {"x"};
  const act::Rule *rule = op.getRule();
  if (rule && !op->hasAttr("gradient"))
    saved = rule->torchKeeps;
  row.torchKeeps = llvm::join(saved, ", ");
  row.torchBits = saved.size() * type.getElementTypeBitWidth();
  return row;
}

FailureOr<ResidualReport>
hysteron::reportResiduals(ModuleOp module, const CompileOptions &options) {
  if (options.mode != Mode::Training)
    return emitError(UnknownLoc::get(module.getContext()))
           << "a report is about training: nothing is kept in inference";
  FailureOr<std::string> name = selectFunction(module, options.function);
  if (failed(name) ||
      (options.partial && failed(keepKernels(module, *name))) ||
      failed(planResiduals(module, options)))
    return failure();
  ResidualReport report;
  for (auto f : module.getOps<func::FuncOp>())
    for (const act::PlannedResidual &planned : act::getPlan(f))
      report.activations.push_back(getRow(planned, f));

  if (failed(runPasses(module, "act-differentiate")))
    return failure();
  for (auto f : module.getOps<func::FuncOp>()) {
    BackwardReport backward = {f.getSymName().str(), {}};
    if (!f.getSymName().ends_with("_backward"))
      continue;
    for (unsigned i = 0; i < f.getNumArguments(); ++i) {
      StringRef role = f.getArgAttrOfType<StringAttr>(i, act::roleAttrName);
      unsigned number;
      if (role.consume_front("argument ") && !role.getAsInteger(10, number))
        backward.arguments.push_back(number);
    }
    report.functions.push_back(std::move(backward));
  }
  return report;
}

/// Bits as bytes.
static std::string bytes(int64_t bits) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format("%g", bits / 8.0);
  return text;
}

void hysteron::print(const ResidualReport &report, raw_ostream &out) {
  using Line = SmallVector<std::string>;
  std::vector<Line> lines = {
      {"location", "op", "residual", "backward reads", "bits kept",
       "bytes kept", "bytes forward", "bytes backward", "PyTorch keeps"}};
  ResidualReportRow total = {};
  total.location = "total";
  total.keptBytes = 0;
  auto add = [&](const ResidualReportRow &row) {
    lines.push_back({row.location, row.op, row.residual, row.reads,
                     std::to_string(row.keptBits),
                     row.keptBytes ? std::to_string(*row.keptBytes) : "?",
                     bytes(row.forwardBits), bytes(row.backwardBits),
                     std::to_string(row.torchBits) +
                         (row.torchKeeps.empty() ? "" : ": " + row.torchKeeps)});
  };
  for (const ResidualReportRow &row : report.activations) {
    add(row);
    total.keptBits += row.keptBits;
    if (row.keptBytes && total.keptBytes)
      *total.keptBytes += *row.keptBytes;
    else
      total.keptBytes.reset();
    total.forwardBits += row.forwardBits;
    total.backwardBits += row.backwardBits;
    total.torchBits += row.torchBits;
  }
  add(total);

  SmallVector<size_t> widths(lines.front().size());
  for (const Line &line : lines)
    for (auto [width, cell] : llvm::zip_equal(widths, line))
      width = std::max(width, cell.size());
  // Numbers are in the columns between the words and PyTorch's.
  for (const Line &line : lines) {
    for (auto [i, cell] : llvm::enumerate(ArrayRef(line).drop_back()))
      (i < 4 ? out << llvm::left_justify(cell, widths[i])
             : out << llvm::right_justify(cell, widths[i]))
          << "  ";
    out << line.back() << "\n";
  }
  for (const BackwardReport &f : report.functions) {
    out << f.function << " reads again: "
        << (f.arguments.empty() ? "no argument" : "argument ")
        << llvm::interleaved(f.arguments) << "\n";
  }
}
