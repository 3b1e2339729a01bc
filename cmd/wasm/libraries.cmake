# SPDX-License-Identifier: MIT
# The libraries that Debian has compiled for its own machines, compiled for WebAssembly from the sources `fetch` brought,
# under the names the rest of the build knows them by.
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
# WebAssembly's own exceptions (Node 17, Chrome and Edge 95, Firefox 100, Safari 15.2): smaller and faster than JavaScript's.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fwasm-exceptions>)
set(SOURCES ${GOALSHEET_WASM_SOURCES}/sources)

function(wasm_library NAME ALIAS FOLDER)
  file(GLOB sources ${ARGN})
  add_library(${NAME} STATIC ${sources})
  target_include_directories(${NAME} SYSTEM PUBLIC ${FOLDER})
  target_compile_options(${NAME} PRIVATE -w)
  add_library(${ALIAS} ALIAS ${NAME})
endfunction()

function(wasm_headers NAME)
  add_library(wasm_headers_${NAME} INTERFACE)
  target_include_directories(wasm_headers_${NAME} SYSTEM INTERFACE ${GOALSHEET_WASM_SOURCES}/include)
  add_library(${NAME}::${NAME} ALIAS wasm_headers_${NAME})
endfunction()

wasm_headers(nlohmann_json)
wasm_headers(CLI11)

wasm_library(fmt fmt::fmt ${SOURCES}/fmtlib/include ${SOURCES}/fmtlib/src/format.cc)
wasm_library(pugixml pugixml::pugixml ${SOURCES}/pugixml/src ${SOURCES}/pugixml/src/*.cpp)
wasm_library(gumbo PkgConfig::GUMBO ${SOURCES}/gumbo-parser/deps/gumbo-parser/src
  ${SOURCES}/gumbo-parser/deps/gumbo-parser/src/*.c)
wasm_library(utf8proc PkgConfig::UTF8PROC ${SOURCES}/utf8proc ${SOURCES}/utf8proc/utf8proc.c)
target_compile_definitions(utf8proc PUBLIC UTF8PROC_STATIC)
wasm_library(uchardet PkgConfig::UCHARDET ${SOURCES}/uchardet/src ${SOURCES}/uchardet/src/*.cpp
  ${SOURCES}/uchardet/src/LangModels/*.cpp)
target_compile_definitions(uchardet PRIVATE VERSION="0.0.7")

# config.h is what its configure would write.
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/libmd/config.h "#define HAVE_UNISTD_H 1\n#define HAVE_STDINT_H 1\n")
wasm_library(md PkgConfig::LIBMD ${SOURCES}/libmd/include ${SOURCES}/libmd/src/sha2.c ${SOURCES}/libmd/src/sha256hl.c)
target_include_directories(md BEFORE PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/libmd ${SOURCES}/libmd/src)

wasm_library(zlib ZLIB::ZLIB ${SOURCES}/zlib ${SOURCES}/zlib/*.c)
target_compile_definitions(zlib PRIVATE HAVE_UNISTD_H)
# <minizip/unzip.h> is how it is included.
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/minizip)
file(CREATE_LINK ${SOURCES}/minizip ${CMAKE_CURRENT_BINARY_DIR}/minizip/minizip SYMBOLIC)
wasm_library(minizip PkgConfig::MINIZIP ${SOURCES}/minizip ${SOURCES}/minizip/ioapi.c ${SOURCES}/minizip/unzip.c
  ${SOURCES}/minizip/zip.c ${SOURCES}/minizip/mztools.c)
target_include_directories(minizip SYSTEM PUBLIC ${CMAKE_CURRENT_BINARY_DIR}/minizip)
target_link_libraries(minizip PUBLIC zlib)

wasm_library(xlsxwriter PkgConfig::XLSXWRITER ${SOURCES}/libxlsxwriter/include ${SOURCES}/libxlsxwriter/src/*.c
  ${SOURCES}/libxlsxwriter/third_party/md5/*.c ${SOURCES}/libxlsxwriter/third_party/tmpfileplus/*.c)
target_compile_definitions(xlsxwriter PRIVATE USE_SYSTEM_MINIZIP)
target_link_libraries(xlsxwriter PUBLIC minizip)

find_package(Iconv REQUIRED)
find_package(Threads REQUIRED)
