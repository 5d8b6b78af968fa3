//===- Coefficients.h - Written by coefficients.sollya, erfc.py -*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lowest degree first; above each table the error of the polynomial in exact
// arithmetic. The scripts say what each approximates.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_CONVERSION_MATHTOARITH_COEFFICIENTS_H
#define HYSTERON_LIB_CONVERSION_MATHTOARITH_COEFFICIENTS_H

namespace hysteron::coefficients {

// 2^-28.1796875
constexpr double exp32[] = {
    0x1.fffffap-2, 0x1.555492p-3, 0x1.555a26p-5,
    0x1.123988p-7, 0x1.694cd2p-10};

// 2^-57.875
constexpr double exp64[] = {
    0x1.000000000000ap-1, 0x1.55555555554fep-3, 0x1.55555555506acp-5,
    0x1.1111111126b2ep-7, 0x1.6c16c1847c94ap-10, 0x1.a01a012ffa328p-13,
    0x1.a019994c1314dp-16, 0x1.71df18b9a1705p-19, 0x1.28ae10fc9d5c5p-22,
    0x1.ad937209c5351p-26};

// 2^-26.09375
constexpr double expm1_32[] = {
    0x1.fffffep-2, 0x1.5554bp-3, 0x1.555716p-5,
    0x1.12279ep-7, 0x1.6b7376p-10};

// 2^-61.515625
constexpr double expm1_64[] = {
    0x1p-1, 0x1.5555555555559p-3, 0x1.555555555554dp-5,
    0x1.111111110f655p-7, 0x1.6c16c16c1aafep-10, 0x1.a01a01b0036dap-13,
    0x1.a01a018e0f1dep-16, 0x1.71ddf80f866fep-19, 0x1.27e51339862e1p-22,
    0x1.af5f2c470f861p-26, 0x1.1f1a36b55f5c7p-29};

// 2^-28.03125
constexpr double exp2_32[] = {
    0x1.62e43p-1, 0x1.ebfbd8p-3, 0x1.c6af76p-5,
    0x1.3b30ap-7, 0x1.5f0b82p-10, 0x1.3fa206p-13};

// 2^-57.265625
constexpr double exp2_64[] = {
    0x1.62e42fefa39efp-1, 0x1.ebfbdff82c5a6p-3, 0x1.c6b08d704a12cp-5,
    0x1.3b2ab6fb9fda6p-7, 0x1.5d87fe789e96fp-10, 0x1.4309130f6cbdcp-13,
    0x1.ffcbfc6685f09p-17, 0x1.62bfc6596b96ap-20, 0x1.b52522bc15a1fp-24,
    0x1.e61d4332c281dp-28, 0x1.e973179a976cap-32};

// 2^-30.2265625
constexpr double sinh32[] = {
    0x1.555556p-3, 0x1.1110c6p-7, 0x1.a03554p-13,
    0x1.725236p-19};

// 2^-59.921875
constexpr double sinh64[] = {
    0x1.5555555555555p-3, 0x1.1111111111198p-7, 0x1.a01a01a00b9c2p-13,
    0x1.71de3a5e9b752p-19, 0x1.ae645336ffbc5p-26, 0x1.612234504ed54p-33,
    0x1.b260b8b04cf0dp-41};

// 2^-30.265625
constexpr double log32[] = {
    0x1.555548p-2, -0x1.000008p-2, 0x1.99a478p-3,
    -0x1.555b8cp-3, 0x1.233af6p-3, -0x1.fc3e3ap-4,
    0x1.e6dd24p-4, -0x1.dd992ap-4, 0x1.13be0cp-4};

// 2^-57.640625
constexpr double log64[] = {
    0x1.5555555555558p-1, 0x1.99999999952d2p-2, 0x1.2492492df8483p-2,
    0x1.c71c62dad4db8p-3, 0x1.7462b7ceeaa34p-3, 0x1.39fdf94336c8bp-3,
    0x1.2b5d203d2318dp-3};

// 2^-26.0859375
constexpr double erfSmall32[] = {
    0x1.06eba6p-3, -0x1.812702p-2, 0x1.ce2036p-4,
    -0x1.b6ea32p-6, 0x1.499f5cp-8, -0x1.44aba8p-11};

// 2^-56.328125
constexpr double erfSmall64[] = {
    0x1.06eba8214db69p-3, -0x1.812746b037a0dp-2, 0x1.ce2f21a044a0fp-4,
    -0x1.b82ce313374acp-6, 0x1.565bcd3105808p-8, -0x1.c02dbc351a75ap-11,
    0x1.f9a45c8fbe308p-14, -0x1.f4eeb3fa464e9p-17, 0x1.bb6fad7d25e69p-20,
    -0x1.6a235e4397924p-23, 0x1.0be88c391f337p-26};

// 2^-26.5859375
constexpr double erfLarge32[] = {
    0x1.b45292p-13, 0x1.a09034p0, 0x1.d664d4p-1,
    0x1.34059p-3, -0x1.0882ecp-5, 0x1.2365d8p-8,
    -0x1.2e67d6p-12};

// 2^-23.328125
constexpr double exp2Minus32[] = {
    -0x1.62e42ap-1, 0x1.ebf9bap-3, -0x1.c6b69ap-5,
    0x1.3ceaf8p-7, -0x1.5bfd58p-10};

// 2^-25.69
constexpr double erfcAbove32[] = {
    0x1p0, 0x1.3c935cp0, 0x1.759406p-1,
    0x1.d3746p-3, 0x1.0ae1b4p-5};
constexpr double erfcBelow32[] = {
    0x1p0, 0x1.2eb86cp1, 0x1.32fa18p1,
    0x1.525aa8p0, 0x1.9e4c64p-2, 0x1.d90792p-5};

// 2^-55.64
constexpr double erfcAbove64[] = {
    0x1p0, 0x1.2b9cdfe33e586p1, 0x1.5bacfda3f283ep1,
    0x1.026f073a2b238p1, 0x1.0dfefb34710cp0, 0x1.9c60f5903df65p-2,
    0x1.d1a2f23733bfbp-4, 0x1.804953b8b720fp-6, 0x1.bd62354d4700cp-9,
    0x1.499b58c4e316p-12, 0x1.def2874b8497ep-17};
constexpr double erfcBelow64[] = {
    0x1p0, 0x1.bc0b9a655333dp1, 0x1.685d16295fd77p2,
    0x1.69f7154387d7p2, 0x1.f52c4a6b9c956p1, 0x1.f79578fe5df8cp0,
    0x1.77f60fa0e235ep-1, 0x1.a2cd1277c9b8ap-3, 0x1.56d8d955c085bp-5,
    0x1.8b8a3bf06d1cp-8, 0x1.241b3fc1785edp-11, 0x1.a874c06f39e87p-16};

} // namespace hysteron::coefficients

#endif // HYSTERON_LIB_CONVERSION_MATHTOARITH_COEFFICIENTS_H
