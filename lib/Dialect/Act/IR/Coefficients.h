//===- Coefficients.h - Written by coefficients.sollya ----------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lowest degree first; above each table the error of the polynomial in exact
// arithmetic. The script says what each approximates.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_DIALECT_ACT_IR_COEFFICIENTS_H
#define HYSTERON_LIB_DIALECT_ACT_IR_COEFFICIENTS_H

namespace hysteron::act::coefficients {

// absolute: 2^-27.84375
constexpr double log1pTail32[] = {
    -0x1p-1, 0x1.55553p-2, -0x1.fff39cp-3,
    0x1.98e11cp-3, -0x1.4ff538p-3, 0x1.0d21acp-3,
    -0x1.7d99d4p-4, 0x1.a1ed8p-5, -0x1.2828dap-6,
    0x1.88c46p-9};

// absolute: 2^-59.34375
constexpr double log1pTail64[] = {
    -0x1p-1, 0x1.5555555555546p-2, -0x1.fffffffffe84p-3,
    0x1.99999999309cdp-3, -0x1.55555546658bap-3, 0x1.249247da87c12p-3,
    -0x1.ffffda06d23c4p-4, 0x1.c71ae5abb710fp-4, -0x1.998dacfbcb38p-4,
    0x1.7417163aecc6bp-4, -0x1.5414f6af335ddp-4, 0x1.368826b68017ep-4,
    -0x1.1747e94ca6bb7p-4, 0x1.e2c5519af6bb9p-5, -0x1.8367e6850e5cp-5,
    0x1.1520f061b4a39p-5, -0x1.526e099c38aa6p-6, 0x1.50e5d70d01603p-7,
    -0x1.0329ddf2f3857p-8, 0x1.1e850e0002e5ap-10, -0x1.92afc7ea7fbe8p-13,
    0x1.0d18336911de4p-16};

// absolute: 2^-24.7109375
constexpr double normalTails32[] = {
    -0x1.26aedep0, -0x1.d63956p-2, -0x1.ae2032p-5,
    0x1.ce6b2p-8, -0x1.a2141p-14, -0x1.dc495cp-13,
    0x1.f7fdd2p-15, -0x1.0c71d8p-17, 0x1.3259d8p-21,
    -0x1.284d2cp-26};
constexpr double normalTailsEnd32 = 0x1.78ep3;

} // namespace hysteron::act::coefficients

#endif // HYSTERON_LIB_DIALECT_ACT_IR_COEFFICIENTS_H
